// Make scripts small: what is asked comes on standard input, and what is made goes to the output.
import { readFileSync } from "node:fs";
import { minify } from "terser";

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
  made[name] = code;
}
process.stdout.write(JSON.stringify(made));
