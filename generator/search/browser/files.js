/** How each of the files begins, unless the server has undone the gzip already. */
const GZIP = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff];

/** What went wrong: "offline", "missing" (a file is gone), or "broken" (it is not what we wrote). */
export class SearchError extends Error {
  /** @param {"offline" | "missing" | "broken"} kind */
  constructor(kind, url) {
    super(`${kind}: ${url}`);
    this.name = "SearchError";
    this.kind = kind;
  }
}

/** The files of an exported index, each fetched once. */
export class Files {
  /**
   * @param {string | URL} base the address of the manifest, beside which all the others are
   * @param {typeof globalThis.fetch} fetch
   */
  constructor(base, fetch) {
    this.base = new URL(base);
    this.fetch = fetch;
    /** @type {Map<string, Promise<Uint8Array>>} */
    this.loading = new Map();
  }

  /** Load the manifest. */
  async manifest() {
    const response = await this.ask(this.base);
    return response.json().catch(() => {
      throw new SearchError("broken", this.base);
    });
  }

  /** Load the bytes of a file by its name in the manifest. */
  load(name) {
    let bytes = this.loading.get(name);
    if (!bytes) {
      bytes = this.read(new URL(`${name}.bfs`, this.base));
      this.loading.set(name, bytes);
      // What failed may be there the next time, when the line is back.
      bytes.catch(() => this.loading.delete(name));
    }
    return bytes;
  }

  async read(url) {
    // A name stands for its content, so a copy in the cache is good for ever.
    const response = await this.ask(url, { cache: "force-cache" });
    try {
      return await unpack(new Uint8Array(await response.arrayBuffer()));
    } catch {
      throw new SearchError("broken", url);
    }
  }

  async ask(url, options) {
    const { fetch } = this;
    let response;
    try {
      response = await fetch(url, options);
    } catch {
      throw new SearchError("offline", url);
    }
    if (!response.ok) throw new SearchError("missing", url);
    return response;
  }
}

/** Undo gzip. */
async function unpack(bytes) {
  if (!GZIP.every((byte, at) => bytes[at] === byte)) return bytes;
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
