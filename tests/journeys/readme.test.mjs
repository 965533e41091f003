// What the README tells people to type works as it stands, on a desk of its own.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { binary, startDesk } from "./support/desk.mjs";

const root = new URL("../../", import.meta.url).pathname;
const readme = readFileSync(path.join(root, "README.md"), "utf8");
const run = promisify(execFile);
let desk;
after(() => desk?.stop());

test("the API's first steps", async () => {
  desk = await startDesk();
  const [, block] = readme.match(/```sh api\n([\s\S]*?)```/) ?? [];
  assert.ok(block, "the README has a block of commands marked `sh api`");
  const here = block
    .replaceAll("build/release/punctual", binary)
    .replaceAll("./data", desk.data)
    .replaceAll("http://localhost:8080", desk.base);
  const { stdout } = await run("bash", ["-euo", "pipefail", "-c", here], { cwd: root, timeout: 30_000 });
  assert.match(stdout, /"ref":"P-\d+"/);
  assert.match(stdout, /"next_cursor"/);
  assert.match(stdout, /"due":"2024-07-08T13:30:00Z"/);
});

test("what it links is there", () => {
  for (const [, target] of readme.matchAll(/\]\(([^)#]+)\)/g)) readFileSync(path.join(root, target));
});

test("its verbs are there", () => {
  for (const [, verb] of readme.matchAll(/^(bin\/\w+)/gm)) readFileSync(path.join(root, verb));
});
