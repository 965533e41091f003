// A file that is wrong, a no and nobody to ask: each changes nothing and says what to do.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import path from "node:path";
import { before, describe, test } from "node:test";
import {
  applied,
  apply,
  edit,
  example,
  exported,
  file,
  folder,
  newFolder,
} from "./support/configuration.mjs";
import { binary, verb } from "./support/desk.mjs";

describe("refused", () => {
  const data = newFolder();
  before(() => applied(data, example));

  test("with place, problem and remedy, everything at once, in at most twelve lines", async () => {
    const bad = example
      .replaceAll('role = "member"', 'role = "boss"')
      .replaceAll("mon-fri", "mon-fry")
      .replaceAll("pod = ", "pdo = ");
    const { status, out, err } = await apply(data, bad, "--yes");
    assert.deepEqual([status, out], [2, ""]);
    const lines = err.trim().split("\n");
    assert.ok(lines.length <= 12, err);
    assert.match(lines[0], /desk-\d+\.toml:\d+:\d+: hours\.weekly\.mon-fry: is no weekday; write mon to sun/);
    assert.match(lines.at(-1), /^and \d+ more problems$/);
    const { out: json } = await apply(data, bad, "--json", "--dry-run");
    assert.ok(JSON.parse(json).problems.length > 12);
  });

  for (const [what, args, status, says] of [
    [
      "a change nobody can be asked about",
      [file(edit(example, 'goal = "1h"', 'goal = "2h"'))],
      2,
      /say --yes to apply/,
    ],
    ["a file that is not there", [path.join(folder, "nowhere.toml")], 2, /there is no such file; name/],
    ["a folder for a file", [folder], 2, /is a folder; name/],
    ["no file", [], 2, /FILE/],
    ["what is no TOML", [file("[desk\n")], 2, /desk-\d+\.toml:1:\d+: .*; correct the line/],
    ["an empty file", [file("")], 2, /desk: is missing; begin with \[desk\]/],
  ])
    test(what, async () => {
      const told = await verb("apply", "--data", data, ...args);
      assert.equal(told.status, status, told.out + told.err);
      assert.match(told.err, says);
      assert.equal((await apply(data, example, "--dry-run")).out, "Nothing to change.\n");
    });

  test("nothing that is legal, but what is rarely meant is asked about", async () => {
    const long = edit(example, 'mon-fri = ["08:00-17:00"]', 'mon-fri = ["22:00-20:00"]');
    const { status, out } = await apply(data, long, "--dry-run");
    assert.equal(status, 3, out);
    assert.match(
      out,
      /^Is this meant\? hours, weekly\.mon\[0\]: runs on past midnight for more than 16 hours\.$/m,
    );
  });

  test("to write out a folder without a desk", async () => {
    const { status, err } = await verb("export", "--data", newFolder());
    assert.equal(status, 1);
    assert.match(err, /holds no desk; name its folder with --data DIR/);
  });
});

describe("at a terminal", () => {
  const data = newFolder();
  before(() => applied(data, example));

  /** Types an answer; what was shown, and how it ended. */
  async function typed_(answer, env = {}) {
    const command = `${binary} apply --data ${data} ${file(edit(example, 'goal = "1h"', 'goal = "2h"'))}`;
    const child = spawn("script", ["-qec", command, "/dev/null"], { env: { ...process.env, ...env } });
    let shown = "";
    child.stdout.on("data", (chunk) => {
      shown += chunk;
      if (/\[y\/N\] $/.test(shown)) child.stdin.write(`${answer}\n`);
    });
    const status = await new Promise((resolve) => child.once("close", resolve));
    return { status, shown };
  }

  test("it asks, in colour where that is wanted, and a no changes nothing", async () => {
    const no = await typed_("n");
    assert.equal(no.status, 3, no.shown);
    assert.ok(no.shown.includes("\u001b[33m~ desk\u001b[0m"), no.shown);
    assert.match(no.shown, /Nothing was changed\./);
    assert.equal((await apply(data, example, "--dry-run")).out, "Nothing to change.\n");
    const yes = await typed_("y", { NO_COLOR: "1" });
    assert.equal(yes.status, 0, yes.shown);
    assert.ok(!yes.shown.includes("\u001b["), yes.shown);
    assert.match(await exported(data), /^goal = "2h"$/m);
  });
});
