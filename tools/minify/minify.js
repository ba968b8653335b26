// Make scripts small: what is asked comes on standard input, and what is made goes to the output.
import { readFileSync } from "node:fs";
import { minify } from "terser";

const { texts, methods } = JSON.parse(readFileSync(0, "utf8"));
const properties = { regex: new RegExp(`^(?:${methods.join("|")})$`) };
// Short names of methods are the same in all scripts.
const nameCache = {};
const made = {};
for (const [name, text] of Object.entries(texts)) {
  const { code } = await minify(text, {
    ecma: 2022,
    module: true,
    nameCache,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
    mangle: { properties },
  });
  made[name] = code;
}
process.stdout.write(JSON.stringify(made));
