// The first day as docs/OPERATIONS.md tells it: an empty folder becomes a desk, its manager gets in, a client writes, a
// backup goes to another machine and serves there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, describe, test } from "node:test";
import { Desk, freePort, temporaryFolder, verb } from "./support/desk.mjs";
import { submitByForm } from "./support/form.mjs";
import { send } from "./support/http.mjs";
import { checkLedger } from "./support/ledger.mjs";
import { goIn, goodPassword, linkIn } from "./support/people.mjs";

const folder = temporaryFolder();
const place = (name) => path.join(folder, name);
const manual = readFileSync(new URL("../../docs/OPERATIONS.md", import.meta.url), "utf8");
const said = (words) => assert.ok(manual.includes(words), `docs/OPERATIONS.md says: ${words}`);

async function run(...words) {
  const { status, out, err } = await verb(...words);
  assert.equal(status, 0, `${words.join(" ")}: ${out}${err}`);
  return out;
}

async function served(data) {
  const port = await freePort();
  const desk = new Desk({ data, port, settings: {}, demo: false, args: [], host: "127.0.0.1" });
  return desk.spawn().ready();
}

describe("the first day", () => {
  const data = place("data");
  let desk;
  let manager;
  let page;
  after(() => desk?.stop());

  test("the example becomes a desk in an empty folder", async () => {
    said("punctual export --example desk.toml");
    await run("export", "--example", place("desk.toml"));
    said("punctual apply --data . desk.toml");
    await run("apply", "--data", data, place("desk.toml"), "--yes");
    assert.match(await run("apply", "--data", data, place("desk.toml"), "--yes"), /nothing/i);
  });

  test("it serves the agency's page before anybody has signed in", async () => {
    desk = await served(data);
    const { status, text } = await send(desk.base);
    assert.equal(status, 200);
    assert.match(text, /Quillmoor Studio/);
  });

  test("the first manager gets in by the link that is printed", async () => {
    said("punctual person invite --config /etc/punctual/punctual.toml --mail MANAGER");
    const out = await run("person", "invite", "--data", data, "--mail", "helen@quillmoor.example");
    manager = await goIn(desk.base, linkIn(desk.base, out));
    assert.equal((await manager.get("/api/v1/session")).person.role, "manager");
  });

  test("the first client writes in, and is answered", async () => {
    page = await submitByForm(desk.base, {
      name: "Ann Client",
      email: "ann@client.example",
      site: "https://client.example",
      live: "yes",
      description: "The shop's pictures are gone.",
      impact: "degraded",
    });
    const { items } = await manager.get("/api/v1/tickets");
    assert.equal(items.length, 1);
    const pods = await manager.get("/api/v1/pods");
    const people = await manager.get("/api/v1/people");
    const owen = people.items.find(({ name }) => name === "Owen Talbot");
    await manager.triage(items[0].ref, { tier: 2, pod: pods.items[0].id, assignee: owen.id });
  });

  test("the doctor finds the folder and the database as they should be", async () => {
    const { out } = await verb("doctor", "--data", data, "--dns", "127.0.0.1:9", "--json");
    const findings = out.trim().split("\n").map(JSON.parse);
    for (const area of ["data folder", "database"])
      for (const { state, found } of findings.filter((one) => one.area === area))
        assert.equal(state, "fine", found);
  });

  test("a backup serves on another machine, with everybody's passwords and links", async () => {
    said("punctual backup --data DIR TO");
    await run("backup", "--data", data, place("backup"));
    await desk.stop();
    said("punctual restore FROM --data DIR");
    assert.match(await run("restore", place("backup"), "--data", place("elsewhere")), /nothing is wrong/);
    desk = await served(place("elsewhere"));
    assert.match((await send(desk.base, { path: page })).text, /pictures are gone/);
    const again = await desk.signedIn({ mail: "helen@quillmoor.example", password: goodPassword });
    assert.equal((await again.get("/api/v1/tickets")).items[0].tier, 2);
    assert.ok(checkLedger(place("elsewhere")) > 0);
  });

  test("the unit names settings and places the desk knows", async () => {
    const unit = readFileSync(new URL("../../deploy/punctual.service", import.meta.url), "utf8");
    const help = await run("serve", "--help");
    for (const [, variable] of unit.matchAll(/^Environment=(\w+)=/gm))
      assert.ok(help.includes(variable), variable);
    // What a machine without systemd cannot check, one with it does.
    try {
      execFileSync("systemd-analyze", ["--version"], { stdio: "ignore" });
    } catch {
      return;
    }
    const known = unit.replace("/usr/bin/punctual", "/usr/bin/true");
    const file = place("punctual.service");
    writeFileSync(file, known);
    execFileSync("systemd-analyze", ["verify", file], { stdio: "pipe" });
  });
});
