// Whose the folders and files are that the desk and its verbs make, and whose they must be.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { binary, temporaryFolder, verb } from "./support/desk.mjs";

const folder = temporaryFolder();
const place = (name) => path.join(folder, name);

async function run(...args) {
  const { status, out, err } = await verb(...args, { cwd: folder });
  assert.equal(status, 0, `${args.join(" ")}\n${out}${err}`);
  return out;
}

describe("as the user of the service, whose folders stand below ones that are root's", () => {
  const root = process.getuid() === 0;
  const nobody = 65534;
  const above = place("above");
  const below = (name) => path.join(above, name);
  const asService = (...args) =>
    execFileSync(binary, args, { cwd: "/", encoding: "utf8", ...(root && { uid: nobody, gid: nobody }) });
  before(() => {
    chmodSync(folder, 0o755);
    mkdirSync(above);
  });
  after(() => chmodSync(above, 0o755));

  test("a desk is restored into its empty folder, and backed up into one", async () => {
    await run("export", "--example", place("small.toml"));
    await run("apply", "--yes", "--data", place("small"), place("small.toml"));
    await run("backup", "--data", place("small"), below("from"));
    for (const name of ["data", "backup"]) mkdirSync(below(name), { mode: 0o700 });
    if (root)
      for (const entry of readdirSync(above, { recursive: true }))
        chownSync(path.join(above, entry), nobody, nobody);
    chmodSync(above, 0o555);
    assert.match(asService("restore", below("from"), "--data", below("data")), /nothing is wrong/);
    asService("backup", "--data", below("data"), below("backup"));
    assert.match(asService("verify", "--data", below("backup")), /nothing is wrong/);
    assert.deepEqual(readdirSync(below("backup")).sort(), [
      "backup.json",
      "blobs",
      "desk.key",
      "desk.sqlite",
    ]);
    assert.deepEqual(readdirSync(above).sort(), ["backup", "data", "from"]);
  });

  test("root leaves nothing in them that the service could not read", async () => {
    if (!root) return; // nobody else could
    mkdirSync(below("empty"));
    chownSync(below("empty"), nobody, nobody);
    for (const args of [
      ["apply", "--yes", "--data", below("data"), place("small.toml")],
      ["restore", below("from"), "--data", below("empty")],
      ["serve", "--data", below("data"), "--listen", "127.0.0.1:0"],
    ]) {
      const { status, err } = await verb(...args);
      assert.equal(status, 1, args[0]);
      assert.match(err, /is nobody's, .* runuser -u nobody -- punctual/);
    }
    assert.deepEqual(readdirSync(below("empty")), []);
  });
});

test("what verbs make is its owner's alone, whatever the umask", async () => {
  const open = (...args) =>
    execFileSync("/bin/sh", ["-c", 'umask 000; exec "$0" "$@"', binary, ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  open("export", "--example", "open.toml");
  open("apply", "--yes", "--data", "open", "open.toml");
  open("backup", "--data", "open", "open-backup");
  open("restore", "open-backup", "--data", "open-restored");
  open("seed", "--tickets", "3", "--data", "open-seeded");
  open("verify", "--data", "open");
  const made = ["open", "open-backup", "open-restored", "open-seeded"].flatMap((name) => [
    place(name),
    ...readdirSync(place(name), { recursive: true }).map((entry) => path.join(place(name), entry)),
  ]);
  for (const entry of made) assert.equal(statSync(entry).mode & 0o077, 0, entry);
});
