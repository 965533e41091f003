// Changes as they happen: for staff by the API's stream, for a client by the private page's.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { expectation, nora, request } from "../world/cast.mjs";
import { checkSchema } from "./support/contract.mjs";
import { startDesk } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { until } from "./support/until.mjs";

let desk;
let office;
let ours;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  ours = office.pair();
});
after(() => desk?.stop());

const listen = (api, path = "/api/v1/events", headers = {}) =>
  desk.events(path, { authorization: `Bearer ${api.token}`, ...headers });
const dataOf = (event) => JSON.parse(event.data);

describe("the stream for staff", () => {
  test("tells of a new ticket and of each change, in order, with its version", async () => {
    const stream = await listen(office.member);
    assert.match(stream.headers["content-type"], /^text\/event-stream/);
    const { ref } = await office.coordinator.submit(request(nora));
    await office.coordinator.triage(ref, { tier: 2, pod: ours.pod.id, assignee: ours.assignee.id });
    await office.coordinator.reply(ref, "Hello.", expectation(ours.assignee));
    await stream.first(
      "the reply",
      (event) => event.type === "ticket" && dataOf(event).ref === ref && dataOf(event).type === "replied",
    );
    const told = stream.seen.filter((event) => event.type === "ticket" && dataOf(event).ref === ref);
    for (const event of told) {
      assert.ok(event.id, "each has the cursor as its id");
      checkSchema("TicketChanged", dataOf(event));
    }
    assert.deepEqual(
      told.map((event) => dataOf(event).type),
      ["submitted", "triaged", "replied"],
    );
    assert.deepEqual(
      told.map((event) => dataOf(event).version),
      [1, 2, 3],
    );
    assert.equal(new Set(stream.seen.map(({ id }) => id)).size, stream.seen.length);
    stream.close();
  });

  test("resumes without a gap and without a repeat, by header and by parameter", async () => {
    const stream = await listen(office.member);
    const first = await office.coordinator.submit(request(nora));
    const seen = await stream.first("the first", (event) => dataOf(event).ref === first.ref);
    stream.close();
    const missed = [];
    for (let i = 0; i < 25; i += 1) missed.push((await office.coordinator.submit(request(nora))).ref);
    const ways = [
      [undefined, { "last-event-id": seen.id }],
      [`/api/v1/events?cursor=${encodeURIComponent(seen.id)}`, {}],
    ];
    for (const [path, headers] of ways) {
      const resumed = await listen(office.member, path, headers);
      await resumed.first("the last one missed", (event) => dataOf(event).ref === missed.at(-1));
      assert.deepEqual(
        resumed.seen.map((event) => dataOf(event).ref),
        missed,
      );
      resumed.close();
    }
  });

  test("survives the desk's restart by its cursor", async () => {
    const stream = await listen(office.member);
    const { ref } = await office.coordinator.submit(request(nora));
    const { id } = await stream.first("the ticket", (event) => dataOf(event).ref === ref);
    await desk.stop();
    await until("the stream's end", () => stream.ended);
    await desk.spawn().ready();
    const later = (await office.coordinator.submit(request(nora))).ref;
    const resumed = await listen(office.member, undefined, { "last-event-id": id });
    await resumed.first("what came after", (event) => dataOf(event).ref === later);
    assert.deepEqual(
      resumed.seen.map((event) => dataOf(event).ref),
      [later],
    );
    resumed.close();
  });

  test("a cursor that is none is refused, or begins now; it is no fault of ours", async () => {
    for (const cursor of ["nonsense", "-1", "99999999999999999999999999", "%00"]) {
      const stream = await listen(office.member, `/api/v1/events?cursor=${cursor}`);
      assert.ok(stream.status < 500, cursor);
      stream.close();
    }
  });

  test("ends for a session that was signed out", async () => {
    const session = await desk.signedIn(desk.person("member"));
    const stream = await desk.events("/api/v1/events", { cookie: session.cookie });
    assert.equal(stream.status, 200);
    await session.expect(204, "DELETE", "/api/v1/session");
    const { ref } = await office.coordinator.submit(request(nora));
    await until("the stream's end", () => stream.ended);
    assert.ok(!stream.seen.some((event) => event.data && dataOf(event).ref === ref));
  });
});

describe("the private page's stream", () => {
  test("says that something changed on this ticket alone", async () => {
    const mine = await office.coordinator.submit(request(nora));
    const other = await office.coordinator.submit(
      request({ ...nora, email: "other@harbour-bakery.example" }),
    );
    const stream = await desk.events(`${new URL(mine.url).pathname}/events`);
    assert.equal(stream.status, 200);
    assert.match(stream.headers["content-type"], /^text\/event-stream/);
    await office.coordinator.triage(other.ref, { tier: 3, pod: ours.pod.id, assignee: ours.assignee.id });
    await office.coordinator.triage(mine.ref, { tier: 3, pod: ours.pod.id, assignee: ours.assignee.id });
    await office.coordinator.reply(mine.ref, "Hello.", expectation(ours.assignee));
    await stream.first("a change", () => stream.seen.length >= 2);
    assert.ok(!JSON.stringify(stream.seen).includes(other.ref));
    stream.close();
  });

  test("does not move for an internal note", async () => {
    const mine = await office.coordinator.submit(request({ ...nora, email: "quiet@harbour-bakery.example" }));
    const stream = await desk.events(`${new URL(mine.url).pathname}/events`);
    const earlier = stream.seen.length;
    await office.member.note(mine.ref, "Between us.");
    await office.coordinator.triage(mine.ref, { tier: 3, pod: ours.pod.id, assignee: ours.assignee.id });
    await stream.first("the triage", () => stream.seen.length > earlier);
    assert.equal(stream.seen.length, earlier + 1);
    stream.close();
  });

  test("with a wrong token is not there", async () => {
    const stream = await desk.events("/r/1042-nonsense/events");
    assert.equal(stream.status, 404);
    stream.close();
  });
});

test("two hundred streams all hear of one ticket, and the desk answers meanwhile", async () => {
  const streams = await Promise.all(Array.from({ length: 200 }, () => listen(office.member)));
  const { ref } = await office.coordinator.submit(request(nora));
  await Promise.all(
    streams.map((stream) => stream.first("the ticket", (event) => dataOf(event).ref === ref, 20)),
  );
  await office.member.get("/api/v1/tickets");
  for (const stream of streams) stream.close();
});
