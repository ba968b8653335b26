import { readBase64, unpack } from "./files.js";
import { startPage } from "./page.js";

/** How a text is found by the address of its page: FNV-1a, see the generator's disk.py. */
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** The files of a copy of the archive on a disk, where a browser runs scripts and fetches nothing. */
class Disk {
  /** @param {URL} base the address below which all files are */
  constructor(base) {
    this.base = base;
    /** @type {Map<string, Promise<Uint8Array>>} */
    this.texts = new Map();
    /** @type {Map<string, string>} what a script has handed over, by its address */
    this.given = new Map();
    const check = (url) => {
      if (!url.startsWith(base.href)) throw new TypeError(url);
      return url;
    };
    this.policy = globalThis.trustedTypes?.createPolicy("backfile", { createScriptURL: check });
    globalThis.backfile = (text) => this.given.set(document.currentScript.src, text);
  }

  /** Answer as `fetch` does, with what the script that holds a file hands over. */
  async fetch(url) {
    const text = await this.run(`${url}.js`);
    return new Response(text === undefined ? null : readBase64(text), { status: text === undefined ? 404 : 200 });
  }

  /** Run a script once, and take what it hands over: nothing if it isn't there. */
  run(url) {
    return new Promise((done) => {
      const script = document.createElement("script");
      const end = () => {
        script.remove();
        done(this.given.get(url));
        this.given.delete(url);
      };
      script.addEventListener("load", end);
      script.addEventListener("error", end);
      script.src = this.policy ? this.policy.createScriptURL(url) : url;
      document.head.append(script);
    });
  }

  /**
   * Find the text of a story, since its page can't be read from a disk.
   * @param {string} page
   * @returns {Promise<{lang: string, dir: string, paragraphs: string[]}>}
   */
  async readStory(page) {
    const name = (hash(page) & 0xff).toString(16).padStart(2, "0");
    if (!this.texts.has(name)) this.texts.set(name, this.readTexts(name));
    const [lang, ...paragraphs] = (await this.texts.get(name))[page];
    return { lang, dir: "auto", paragraphs };
  }

  async readTexts(name) {
    const file = await this.fetch(new URL(`texts/${name}`, this.base));
    return new Response(await unpack(await file.arrayBuffer())).json();
  }
}

function hash(text) {
  let sum = SEED;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), PRIME);
  return sum >>> 0;
}

if (globalThis.document?.currentScript) {
  const disk = new Disk(new URL("./", document.currentScript.src));
  startPage((url) => disk.fetch(url), disk);
}
