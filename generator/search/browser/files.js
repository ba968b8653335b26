/** How gzip begins, which the files leave out. */
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff);

/** How many bytes a block of deflate that is stored has before its content. */
const STORED = 5;

/**
 * What went wrong: "offline" (no answer, or none that helps: try again), "missing" (a file is gone,
 * as after a newer build: ask the page anew which manifest there is), or "broken" (a file is not
 * what we wrote).
 */
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
   * @param {Record<string, string>} [held] files that are here already, in Base64
   */
  constructor(base, fetch, held = {}) {
    this.base = new URL(base);
    this.fetch = fetch;
    this.held = held;
    /** @type {Map<string, Promise<any>>} */
    this.loading = new Map();
  }

  /** Load the manifest. */
  async manifest() {
    const response = await this.ask(this.base);
    return response.json().catch(fail("broken", this.base));
  }

  /**
   * Load a file by its path from the manifest, without its extension, and read it once.
   * @template T
   * @param {string} path
   * @param {(bytes: Uint8Array) => T} read
   * @param {Uint8Array} [preset] a block of deflate that has what the file may repeat
   * @returns {Promise<T>}
   */
  load(path, read, preset) {
    let content = this.loading.get(path);
    if (!content) {
      content = this.open(path, preset).then((bytes) => this.check(path, () => read(bytes)));
      this.loading.set(path, content);
      // What failed may be there the next time, when the line is back.
      content.catch(() => this.loading.delete(path));
    }
    return content;
  }

  /** Do what reads a file; whatever it stumbles over, the file is broken. */
  check(path, read) {
    try {
      return read();
    } catch {
      throw new SearchError("broken", this.locate(path));
    }
  }

  locate(path) {
    return new URL(`${path}.bfs`, this.base);
  }

  async open(path, preset) {
    const url = this.locate(path);
    if (this.held[path]) return unpack(readBase64(this.held[path]));
    // A name stands for its content, so a copy in the cache is good for ever.
    const response = await this.ask(url, { cache: "force-cache" });
    const bytes = await response.arrayBuffer().catch(fail("offline", url));
    return unpack(new Uint8Array(bytes), preset).catch(fail("broken", url));
  }

  async ask(url, options) {
    const { fetch } = this;
    const response = await fetch(url, options).catch(fail("offline", url));
    if (response.ok) return response;
    throw new SearchError([404, 410].includes(response.status) ? "missing" : "offline", url);
  }
}

/** Make what says of any error what it is to a search. */
function fail(kind, url) {
  return () => {
    throw new SearchError(kind, url);
  };
}

export function readBase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** Undo gzip. What may be repeated comes before, as one block that is stored. */
export async function unpack(bytes, preset = "") {
  const packed = new Blob([HEADER, preset, bytes]);
  const plain = packed.stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer(), preset && preset.length - STORED);
}
