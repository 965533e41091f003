// A desk to measure by: as many tickets as told, whole to the last clock, with what the benches ask for.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startDesk, temporaryFolder, verb } from "./support/desk.mjs";
import { checkLedger } from "./support/ledger.mjs";

const tickets = 400;
const data = temporaryFolder();
const another = temporaryFolder();

describe("punctual seed", () => {
  let desk;
  let api;
  before(async () => {
    const { status, out, err } = await verb("seed", "--tickets", String(tickets), "--data", data);
    assert.equal(status, 0, err);
    assert.match(out, /400 tickets in [\d.]+ s, \d+ a second\n$/);
    desk = await startDesk({ data });
    api = await desk.as(desk.person("coordinator"));
  });
  after(() => desk?.stop());

  test("makes what verify and the ledger find nothing wrong with", async () => {
    const { status, out } = await verb("verify", "--data", data);
    assert.equal(status, 0, out);
    assert.match(out, /400 tickets/);
    checkLedger(data);
  });

  test("two of a hundred are open, three of them one client's, none one member's", async () => {
    const queue = await api.get("/api/v1/tickets?limit=200");
    assert.equal(queue.items.length, tickets / 50);
    const clients = await api.get("/api/v1/clients");
    const three = clients.items.find(({ name }) => name === "Three Oaks Nursery");
    const theirs = await api.get(`/api/v1/tickets?client=${three.id}`);
    assert.equal(theirs.items.length, 3);
    const people = await api.get("/api/v1/people");
    const counts = await Promise.all(
      people.items
        .filter(({ role }) => role === "member")
        .map(async ({ id }) => (await api.get(`/api/v1/tickets?assignee=${id}`)).items.length),
    );
    assert.ok(counts.includes(0), counts.join(" "));
    assert.ok(
      counts.some((n) => n > 0),
      counts.join(" "),
    );
  });

  test("answered requests tell the average", async () => {
    const { average } = await api.get("/api/v1/desk/status");
    assert.ok(average.count > 10, JSON.stringify(average));
  });

  test("a folder that holds a desk is left alone", async () => {
    const { status, err } = await verb("seed", "--tickets", "5", "--data", data);
    assert.equal(status, 1);
    assert.match(err, /there is a desk in this folder already; name a new one with --data DIR/);
  });

  for (const number of ["0", "-3", "many", "10000001"]) {
    test(`--tickets ${number} is refused by name`, async () => {
      const { status, err } = await verb("seed", `--tickets=${number}`, "--data", another);
      assert.equal(status, 2);
      assert.match(err, /--tickets/);
    });
  }
});
