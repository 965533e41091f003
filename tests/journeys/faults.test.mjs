// A disk that is full, a write to it that fails for good: nothing is acknowledged that is not there, reads go on, and
// it is said. The faults are injected into the real binary's system calls.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startDesk, temporaryFolder } from "./support/desk.mjs";
import { send } from "./support/http.mjs";
import { checkLedger } from "./support/ledger.mjs";
import { traced } from "./support/traced.mjs";
import { until } from "./support/until.mjs";

/** Starts what follows with a system call failing: the `when` of strace says which of them. */
const failing = (call, error, when) => traced(`trace=${call}`, `inject=${call}:error=${error}:when=${when}`);

const request = (n) => ({
  contact: { name: "Ann Client", email: `ann-${n}@client.example` },
  site: "https://client.example",
  live: true,
  description: `The checkout answers with an error, attempt ${n}.`,
  impact: "degraded",
});

/** Writes requests down until `enough` says so of the statuses; resolves with them and the references received. */
async function submit(api, enough) {
  const statuses = [];
  const received = [];
  for (let n = 0; n < 400 && !enough(statuses); ++n) {
    const reply = await api.call("POST", "/api/v1/tickets", { json: request(n) });
    statuses.push(reply.status);
    if (reply.status === 201) received.push(reply.json.ref);
  }
  assert.ok(enough(statuses), `${statuses.join(" ")}`);
  return { statuses, received };
}

const gauge = async (desk, name) => {
  const { text } = await send(desk.base, { path: "/metrics" });
  return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
};

async function demoDesk() {
  const desk = await startDesk({ data: temporaryFolder() });
  const person = desk.person("coordinator");
  await desk.stop();
  return { data: desk.data, person };
}

/** Everything acknowledged is there once the disk is well again. */
async function nothingIsLost(data, person, received) {
  const desk = await startDesk({ data });
  try {
    const api = await desk.as(person);
    for (const ref of received) assert.equal((await api.ticket(ref)).ref, ref);
  } finally {
    await desk.stop();
  }
  checkLedger(data);
}

describe("a disk that is full for a while", () => {
  let of;
  let desk;
  before(async () => {
    of = await demoDesk();
    desk = await startDesk({ data: of.data, under: failing("pwrite64", "ENOSPC", "400..480") });
  });
  after(() => desk?.stop());

  test("writes answer 507, reads go on, and it recovers by itself", async () => {
    const api = await desk.as(of.person);
    const full = (statuses) => statuses.at(-1) === 507;
    const first = await submit(api, full);
    assert.ok(first.received.length > 0, "some were taken before");
    assert.deepEqual([...new Set(first.statuses)], [201, 507]);
    assert.equal((await api.call("GET", "/api/v1/tickets")).status, 200);
    assert.equal((await send(desk.base)).status, 200, "the public page");
    assert.equal(await gauge(desk, "punctual_writer_stopped"), 0);
    assert.match(desk.log, /writer: /);
    const then = await submit(api, (statuses) => statuses.at(-1) === 201);
    assert.deepEqual([...new Set(then.statuses)].sort(), then.statuses.length > 1 ? [201, 507] : [201]);
    await desk.stop();
    await nothingIsLost(of.data, of.person, [...first.received, ...then.received]);
  });
});

describe("a failed fsync", () => {
  let of;
  let desk;
  before(async () => {
    of = await demoDesk();
    desk = await startDesk({ data: of.data, under: failing("fdatasync", "EIO", "20") });
  });
  after(() => desk?.stop());

  test("acknowledges nothing of it, stops writing and says so, and a restart has all that was acknowledged", async () => {
    const api = await desk.as(of.person);
    const { statuses, received } = await submit(api, (all) => all.at(-1) === 503);
    // What was to be on disk with that fsync is broken, all after it are told to come back.
    assert.deepEqual([...new Set(statuses)], [201, 500, 503]);
    assert.ok(received.length > 0);
    const more = await api.call("POST", "/api/v1/tickets", { json: request("after") });
    assert.equal(more.status, 503, "also where the disk would take it again: nobody knows what it holds");
    assert.equal((await api.call("GET", "/api/v1/tickets")).status, 200, "reads go on");
    await until("the metrics to say so", async () => (await gauge(desk, "punctual_writer_stopped")) === 1);
    assert.match(desk.log, /writer: writing has stopped: .*; look at it, then start again/);
    await desk.stop();
    await nothingIsLost(of.data, of.person, received);
  });
});
