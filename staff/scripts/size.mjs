// Holds the first load: everything the queue needs before it shows, brotli'd, without the typeface.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const limitKb = 250;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const wanted = ["index.html", "src/app/shell/Shell.tsx", "src/features/queue/QueuePage.tsx"];
const files = new Set();
const seen = new Set();

function take(name) {
  const part = manifest[name];
  if (!part || seen.has(name)) return;
  seen.add(name);
  for (const file of [part.file, ...(part.css ?? [])]) files.add(file);
  for (const next of part.imports ?? []) take(next);
}

for (const name of wanted) {
  if (!manifest[name]) throw new Error(`${name} is not in the manifest; is the app built?`);
  take(name);
}
let bytes = 0;
for (const file of files) bytes += brotliCompressSync(readFileSync(new URL(file, dist))).length;
const kb = Math.round(bytes / 1000);
console.log(`first load ${kb} kB brotli of ${limitKb}, ${files.size} files`);
process.exit(kb > limitKb ? 1 : 0);
