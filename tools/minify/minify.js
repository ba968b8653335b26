// Make scripts small: what is asked comes on standard input, and what is made goes to the output.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { minify } from "terser";

/** How often another order is tried. */
const TRIES = 6000;
/** What may stand anywhere before the end, since nothing runs before all of a script is there. */
const LOOSE = ["Defun", "DefClass"];

/** Put functions and classes where they are most like what stands before them, for a compressor. */
async function arrange(code) {
  const whole = { module: true, compress: false, mangle: false, format: { ast: true, code: false } };
  const { ast } = await minify(code, whole);
  const pieces = ast.body.map((node) => {
    const loose = LOOSE.includes(node.TYPE);
    const text = node.print_to_string({ ecma: 2022 }).replace(/;$/, "");
    return { loose, text: loose ? text : `${text};` };
  });
  const first = pieces.findIndex(({ text }) => !text.startsWith("import"));
  const join = (order) => order.map(({ text }) => text).join("");
  const measure = (order) => gzipSync(join(order), { level: 9 }).length;
  let [best, least] = [pieces, measure(pieces)];
  // Chance that is the same each time: Numerical Recipes' generator.
  let state = 1;
  const choose = (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  for (let tries = 0; tries < TRIES; tries++) {
    const order = [...best];
    const from = choose(order.length);
    if (!order[from].loose) continue;
    const [piece] = order.splice(from, 1);
    order.splice(first + choose(order.length - first), 0, piece);
    const size = measure(order);
    if (size <= least) [best, least] = [order, size];
  }
  return join(best);
}

const { texts, properties } = JSON.parse(readFileSync(0, "utf8"));
const regex = new RegExp(`^(?:${properties.join("|")})$`);
// Short names of properties are the same in all scripts.
const nameCache = {};
const made = {};
for (const [name, text] of Object.entries(texts)) {
  const { code } = await minify(text, {
    ecma: 2022,
    module: true,
    nameCache,
    compress: { passes: 3, unsafe: true, unsafe_arrows: true, pure_getters: true, keep_fargs: false, sequences: false },
    mangle: { properties: { regex } },
  });
  made[name] = await arrange(code);
}
process.stdout.write(JSON.stringify(made));
