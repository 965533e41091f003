// One key, one effect; one version, one change.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { expectation, nora, request, tomas } from "../world/cast.mjs";
import { startDesk } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";

let desk;
let office;
let ours;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  ours = office.pair();
});
after(() => desk?.stop());

const post = (api, key, json) =>
  api.call("POST", "/api/v1/tickets", { json, headers: { "idempotency-key": key } });
const count = async (email) =>
  (await office.coordinator.get(`/api/v1/tickets?state=all&q=${encodeURIComponent(email)}`)).items.length;

describe("Idempotency-Key", () => {
  test("the same body is answered with the same status, ref and url, and made once", async () => {
    const body = request({ ...nora, email: "same@harbour-bakery.example" });
    const first = await post(office.coordinator, "key-same", body);
    const second = await post(office.coordinator, "key-same", body);
    assert.deepEqual([first.status, second.status], [201, 201]);
    assert.deepEqual([second.json.ref, second.json.url], [first.json.ref, first.json.url]);
    assert.equal(await count(body.contact.email), 1);
  });

  test("another body is refused, and makes nothing", async () => {
    const body = request({ ...nora, email: "other@harbour-bakery.example" });
    assert.equal((await post(office.coordinator, "key-other", body)).status, 201);
    const refused = await post(office.coordinator, "key-other", { ...body, description: "Something else." });
    assert.equal(refused.status, 422);
    assert.equal(await count(body.contact.email), 1);
  });

  test("belongs to its actor", async () => {
    const body = request({ ...tomas, email: "actors@tidewater-museum.example" });
    const mine = await post(office.coordinator, "key-shared", body);
    const theirs = await post(office.member, "key-shared", body);
    assert.deepEqual([mine.status, theirs.status], [201, 201]);
    assert.notEqual(mine.json.ref, theirs.json.ref);
  });

  test("forty at once make one ticket", async () => {
    const body = request({ ...nora, email: "forty@harbour-bakery.example" });
    const replies = await Promise.all(
      Array.from({ length: 40 }, () => post(office.coordinator, "key-forty", body)),
    );
    assert.deepEqual([...new Set(replies.map(({ status }) => status))], [201]);
    assert.equal(new Set(replies.map(({ json }) => json.ref)).size, 1);
    assert.equal(await count(body.contact.email), 1);
  });

  test("a refused request leaves its key free", async () => {
    const body = request({ ...nora, email: "free@harbour-bakery.example" });
    assert.equal(
      (await post(office.coordinator, "key-free", { ...body, site: "ftp://nowhere" })).status,
      422,
    );
    assert.equal((await post(office.coordinator, "key-free", body)).status, 201);
  });

  test("holds for replies and notes as well", async () => {
    const { ref } = await office.coordinator.submit(
      request({ ...nora, email: "notes@harbour-bakery.example" }),
    );
    await office.coordinator.triage(ref, { tier: 3, pod: ours.pod.id, assignee: ours.assignee.id });
    const { etag } = (await office.coordinator.call("GET", `/api/v1/tickets/${ref}`)).headers;
    const headers = { "idempotency-key": "key-reply", "if-match": etag };
    const json = { body: "Only once.", expectation: expectation(ours.assignee) };
    for (let i = 0; i < 3; i += 1)
      await office.coordinator.expect(201, "POST", `/api/v1/tickets/${ref}/replies`, { json, headers });
    const ticket = await office.coordinator.ticket(ref);
    assert.equal(ticket.timeline.filter(({ type }) => type === "replied").length, 1);
  });

  test("survives a restart", async () => {
    const body = request({ ...nora, email: "restart@harbour-bakery.example" });
    const first = await post(office.coordinator, "key-restart", body);
    await desk.stop();
    await desk.spawn().ready();
    const second = await post(office.coordinator, "key-restart", body);
    assert.deepEqual([second.status, second.json.ref], [201, first.json.ref]);
  });
});

describe("If-Match", () => {
  test("absent is 428, outdated 412, and neither changes anything", async () => {
    const { ref } = await office.coordinator.submit(
      request({ ...nora, email: "match@harbour-bakery.example" }),
    );
    const path = `/api/v1/tickets/${ref}`;
    const read = await office.coordinator.call("GET", path);
    assert.match(read.headers.etag, /^"[^"]+"$/, "a strong tag");
    const triage = { tier: 2, pod: ours.pod.id, assignee: ours.assignee.id };
    const changes = [
      ["PUT", "triage", triage],
      ["POST", "replies", { body: "Hello", expectation: expectation(ours.assignee) }],
      ["POST", "notes", { body: "A note" }],
      ["PUT", "waiting"],
      ["DELETE", "waiting"],
      ["PUT", "resolution", { message: "Done." }],
      ["DELETE", "resolution"],
      ["PUT", "spam"],
    ];
    for (const [method, part, json] of changes) {
      const absent = await office.coordinator.call(method, `${path}/${part}`, { json });
      assert.equal(absent.status, 428, `${method} ${part} without If-Match`);
    }
    await office.coordinator.triage(ref, triage);
    for (const [method, part, json] of changes) {
      const stale = await office.coordinator.call(method, `${path}/${part}`, {
        json,
        headers: { "if-match": read.headers.etag },
      });
      assert.equal(stale.status, 412, `${method} ${part} with the old version`);
    }
    assert.equal((await office.coordinator.ticket(ref)).version, read.json.version + 1);
  });

  test("of twenty at once on one version exactly one wins", async () => {
    const { ref } = await office.coordinator.submit(
      request({ ...nora, email: "race@harbour-bakery.example" }),
    );
    await office.coordinator.triage(ref, { tier: 3, pod: ours.pod.id, assignee: ours.assignee.id });
    const { etag } = (await office.coordinator.call("GET", `/api/v1/tickets/${ref}`)).headers;
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        office.coordinator.call("POST", `/api/v1/tickets/${ref}/notes`, {
          json: { body: `Note ${i}` },
          headers: { "if-match": etag },
        }),
      ),
    );
    const statuses = replies.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [201, ...Array(19).fill(412)]);
    assert.equal(
      (await office.coordinator.ticket(ref)).timeline.filter(({ type }) => type === "noted").length,
      1,
    );
  });

  test("every change answers with the new version as its tag", async () => {
    const { ref } = await office.coordinator.submit(
      request({ ...nora, email: "tags@harbour-bakery.example" }),
    );
    const path = `/api/v1/tickets/${ref}`;
    let { etag } = (await office.coordinator.call("GET", path)).headers;
    for (let i = 0; i < 3; i += 1) {
      const changed = await office.coordinator.call("POST", `${path}/notes`, {
        json: { body: `Note ${i}` },
        headers: { "if-match": etag },
      });
      assert.equal(changed.status, 201);
      assert.notEqual(changed.headers.etag, etag);
      etag = changed.headers.etag;
    }
    assert.equal((await office.coordinator.call("GET", path)).headers.etag, etag);
  });
});
