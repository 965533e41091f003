// A desk as text: files of it, and the verbs that apply and write it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder, verb } from "./desk.mjs";

export const example = readFileSync(new URL("../../../examples/desk.toml", import.meta.url), "utf8");
process.setMaxListeners(100); // of a folder each
export const folder = temporaryFolder();
let files = 0;

/** A file of this content; its path. */
export function file(content) {
  files += 1;
  const place = path.join(folder, `desk-${files}.toml`);
  writeFileSync(place, content);
  return place;
}

export const apply = (data, content, ...flags) => verb("apply", "--data", data, ...flags, file(content));
/** Applies it; what was said. */
export async function applied(data, content) {
  const { status, out, err } = await apply(data, content, "--yes");
  assert.equal(status, 0, `${out}${err}`);
  return out;
}
export async function exported(data) {
  const { status, out, err } = await verb("export", "--data", data);
  assert.equal(status, 0, err);
  return out;
}
export function edit(text, from, to) {
  assert.ok(text.includes(from), `${from} is in the file`);
  return text.replace(from, to);
}
/** A data folder that is not there yet. */
export const newFolder = () => path.join(temporaryFolder(), "data");
