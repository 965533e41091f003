// A manager changes the hours: what it would do is said first, then running tickets follow, each in its journal.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { expectation, nora, request } from "../world/cast.mjs";
import { startDesk } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { icalendar } from "./support/icalendar.mjs";
import { column } from "./support/ledger.mjs";
import { until } from "./support/until.mjs";

const path = "/api/v1/business-hours";
const preview = `${path}/preview`;

let desk;
let office;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
});
after(() => desk?.stop());

const inForce = async () => {
  const reply = await office.manager.call("GET", path);
  assert.equal(reply.status, 200, reply.text);
  return { ...reply.json, etag: reply.headers.etag };
};
const put = (hours, etag, more = {}) =>
  office.manager.call("PUT", path, { json: { hours, ...more }, headers: { "if-match": etag } });
const followed = () =>
  until("running tickets to follow", async () => (await inForce()).rejudging === 0, { seconds: 30 });

/** Every weekday from midnight to midnight: whatever the hour, a clock counts and its due moves. */
const dayAndNight = (hours) => ({
  ...hours,
  weekly: Object.fromEntries(Object.keys(hours.weekly).map((day) => [day, [["00:00", "24:00"]]])),
  weekly_from: [],
  holidays: hours.holidays.map((holiday) => ({ ...holiday, struck_out: true })),
  exceptions: [],
});
const mornings = (hours) => ({
  ...dayAndNight(hours),
  weekly: Object.fromEntries(Object.keys(hours.weekly).map((day) => [day, [["06:00", "06:30"]]])),
});

async function triaged(tier) {
  const { ref } = await office.coordinator.submit(request(nora));
  const { pod, assignee } = office.pair();
  await office.coordinator.triage(ref, { tier, pod: pod.id, assignee: assignee.id });
  return ref;
}

describe("a change of the hours", () => {
  test("says what it does before, and does that", async () => {
    const ref = await triaged(2);
    const { hours, version, etag } = await inForce();
    const wanted = mornings(hours);
    const said = await office.manager.expect(200, "POST", preview, { json: { hours: wanted } });
    assert.ok(said.running >= said.moved && said.moved > 0);
    assert.ok(said.changes.some((line) => line.startsWith("Monday: 06:00–06:30 instead of")));
    const told = said.tickets.find((ticket) => ticket.ref === ref);
    assert.equal((await inForce()).version, version, "nothing has changed yet");

    const done = await put(wanted, etag);
    assert.equal(done.status, 200, done.text);
    assert.equal(done.json.version, version + 1);
    assert.ok(done.json.changed_by);
    await followed();
    const ticket = await office.member.ticket(ref);
    const entry = ticket.timeline.find(({ type }) => type === "rejudged");
    assert.equal(entry.by.kind, "desk");
    assert.notEqual(entry.versions.before, entry.versions.after);
    const moved = entry.moved.find(({ clock }) => clock === told.clock);
    assert.deepEqual([moved.before, moved.after], [told.before, told.after]);
    assert.equal(ticket.clocks[told.clock].due, told.after);
    const journal = await office.member.get(`/api/v1/tickets/${ref}/journal`);
    const { data } = journal.items.find(({ type }) => type === "rejudged");
    assert.ok(data.from && data.to && data.from !== data.to);
    assert.notEqual(
      (await office.member.get(`/api/v1/tickets?q=${ref}`)).items[0].last_event.type,
      "rejudged",
      "the queue shows what people did",
    );
  });

  test("moves nothing of what was answered", async () => {
    const ref = await triaged(3);
    await office.coordinator.reply(ref, "We have it.", expectation(office.pair().assignee));
    await office.coordinator.resolve(ref, "Done.");
    const before = await office.member.get(`/api/v1/tickets/${ref}/clocks`);
    const { hours, etag } = await inForce();
    assert.equal((await put(dayAndNight(hours), etag)).status, 200);
    await followed();
    assert.deepEqual(await office.member.get(`/api/v1/tickets/${ref}/clocks`), before);
    await office.coordinator.change(200, "DELETE", ref, "resolution");
    const types = (await office.member.ticket(ref)).timeline.map(({ type }) => type);
    assert.deepEqual(types.slice(-2), ["reopened", "rejudged"], "what runs again follows");
  });

  test("is kept by whom and how it differs", async () => {
    const { items } = await office.member.get(`${path}/versions`);
    const { version, hours, etag } = await inForce();
    assert.equal(items[0].version, version);
    assert.ok(items[0].by);
    const wanted = {
      ...hours,
      exceptions: [{ date: "2031-05-02", hours: [["10:00", "12:00"]] }],
    };
    assert.equal((await put(wanted, etag)).status, 200);
    const [newest] = (await office.member.get(`${path}/versions`)).items;
    assert.deepEqual(newest.changes, ["Exception added: Friday 2 May 2031, 10:00–12:00."]);
  });

  test("asks nobody twice: an old version is refused", async () => {
    const { hours, etag, version } = await inForce();
    assert.equal((await put(hours, etag)).json.version, version, "what differs in nothing is no version");
    const wanted = { ...hours, exceptions: [{ date: "2031-05-05", hours: [] }] };
    assert.equal((await put(wanted, etag)).status, 200);
    assert.equal((await put(wanted, etag)).status, 412);
    assert.equal((await put(wanted, '"4294967297"')).status, 412);
    assert.equal((await put(wanted, undefined)).status, 428);
  });

  test("goes on where a kill -9 cut it off", async () => {
    for (let i = 0; i < 30; i += 1) await office.coordinator.submit(request(nora));
    const { hours, etag } = await inForce();
    assert.equal((await put(mornings(hours), etag)).status, 200);
    await desk.kill();
    desk.spawn();
    await desk.ready();
    office = await openOffice(desk);
    await followed();
    const newest = column(desk.data, "SELECT max(id) FROM policy_version WHERE name = 'standard'")[0];
    const old = column(
      desk.data,
      `SELECT count(*) FROM ticket t JOIN policy_version p ON p.id = t.policy_id
       WHERE t.active = 1 AND p.name = 'standard' AND p.id != ${newest}`,
    );
    assert.equal(Number(old[0]), 0);
    const twice = column(
      desk.data,
      `SELECT count(*) FROM (SELECT j.subject_id, json_extract(c.content, '$.to') AS made FROM journal j
       JOIN journal_content c ON c.journal_id = j.id WHERE j.type = 'rejudged' GROUP BY 1, 2 HAVING count(*) > 1)`,
    );
    assert.equal(Number(twice[0]), 0, "no ticket was rejudged twice to the same version");
  });
});

describe("hours that can never be kept are refused where they are wrong", () => {
  const cases = [
    ["a zone that does not exist", "hours.time_zone", (h) => ({ ...h, time_zone: "Europe/Atlantis" })],
    [
      "an interval of no length",
      "hours.weekly.tue[0]",
      (h) => ({ ...h, weekly: { ...h.weekly, tue: [["09:00", "09:00"]] } }),
    ],
    [
      "what is no time",
      "hours.weekly.mon[1]",
      (h) => ({
        ...h,
        weekly: {
          ...h.weekly,
          mon: [
            ["09:00", "12:00"],
            ["25:00", "26:00"],
          ],
        },
      }),
    ],
    [
      "a desk that never opens",
      "hours.weekly",
      (h) => ({
        ...h,
        weekly: Object.fromEntries(Object.keys(h.weekly).map((d) => [d, []])),
        weekly_from: [],
      }),
    ],
    [
      "a desk that never opens from a date on",
      "hours.weekly_from[0].weekly",
      (h) => ({
        ...h,
        weekly_from: [
          { date: "2040-01-01", weekly: Object.fromEntries(Object.keys(h.weekly).map((d) => [d, []])) },
        ],
      }),
    ],
    [
      "a date that does not exist",
      "hours.exceptions[0].date",
      (h) => ({ ...h, exceptions: [{ date: "2027-02-29", hours: [] }] }),
    ],
    [
      "a date twice",
      "hours.exceptions[1].date",
      (h) => ({
        ...h,
        exceptions: [
          { date: "2027-02-28", hours: [] },
          { date: "2027-02-28", hours: [] },
        ],
      }),
    ],
    [
      "a holiday without a name",
      "hours.holidays[0].name",
      (h) => ({ ...h, holidays: [{ date: "2027-02-28", name: " ", source: null, struck_out: false }] }),
    ],
  ];
  for (const [what, field, edit] of cases) {
    test(what, async () => {
      const { hours, etag, version } = await inForce();
      const refused = await put(edit(hours), etag);
      assert.equal(refused.status, 422, refused.text);
      assert.deepEqual(
        refused.json.errors.map((error) => error.field),
        [field],
      );
      assert.equal((await inForce()).version, version);
      const previewed = await office.manager.call("POST", preview, { json: { hours: edit(hours) } });
      assert.equal(previewed.status, 422);
    });
  }

  test("and what is doubtful wants to be confirmed", async () => {
    const { hours, etag } = await inForce();
    const long = { ...hours, weekly: { ...hours.weekly, fri: [["18:00", "17:00"]] } };
    const said = await office.manager.expect(200, "POST", preview, { json: { hours: long } });
    assert.deepEqual(
      said.to_confirm.map(({ field }) => field),
      ["hours.weekly.fri[0]"],
    );
    assert.equal((await put(long, etag)).status, 422);
    assert.equal((await put(long, etag, { confirmed: true })).status, 200);
  });
});

describe("holidays of a file", () => {
  const read = (content) =>
    office.manager.call("POST", "/api/v1/holiday-files", { json: { name: "harbour.ics", content } });

  test("are named, say where they came from and can be struck out", async () => {
    const reply = await read(
      icalendar(
        "DTSTART;VALUE=DATE:20320106\r\nSUMMARY:Epiphany",
        "DTSTART:20320107T100000Z\r\nSUMMARY:A meeting",
      ),
    );
    assert.equal(reply.status, 200, reply.text);
    const { holidays, left_out, source } = reply.json;
    assert.equal(source, "Harbour holidays");
    assert.deepEqual(holidays, [{ date: "2032-01-06", name: "Epiphany", source, struck_out: false }]);
    assert.equal(left_out[0].name, "A meeting");

    const { hours, etag } = await inForce();
    const kept = hours.holidays.filter(({ date }) => date < "2032-01-06");
    const keep = async (last, tag) =>
      assert.equal(
        (await put({ ...hours, holidays: [...kept, last] }, tag, { confirmed: true })).status,
        200,
      );
    await keep(holidays[0], etag);
    const struck = { ...holidays[0], struck_out: true };
    await keep(struck, (await inForce()).etag);
    assert.deepEqual((await inForce()).hours.holidays.at(-1), struck);
    const [newest] = (await office.member.get(`${path}/versions`)).items;
    assert.deepEqual(newest.changes, ["Holiday struck out: Epiphany, Tuesday 6 January 2032."]);
  });

  test("of what is no calendar are refused with what to do", async () => {
    const reply = await read("PK not a calendar");
    assert.equal(reply.status, 422);
    assert.match(reply.json.errors[0].detail, /\.ics/);
  });
});

test("every clock of a ticket is explained, and the parts sum up", async () => {
  const ref = await triaged(2);
  await office.coordinator.reply(ref, "We have it.", expectation(office.pair().assignee));
  await office.coordinator.change(200, "PUT", ref, "waiting");
  const { clocks, as_of } = await office.member.get(`/api/v1/tickets/${ref}/explanation`);
  assert.deepEqual(
    clocks.map(({ clock }) => clock),
    ["first_reply", "resolution", "goal"],
  );
  for (const clock of clocks) {
    const sum = (parts) => parts.reduce((total, part) => total + part.counted_seconds, 0);
    assert.equal(sum(clock.stretches.filter(({ to }) => to <= clock.until)), clock.counted_seconds);
    if (clock.due)
      assert.equal(sum(clock.stretches.filter(({ to }) => to <= clock.due)), clock.promised_seconds);
    for (const [at, part] of clock.stretches.entries())
      if (at) assert.equal(part.from, clock.stretches[at - 1].to);
    assert.ok(clock.until <= as_of);
    assert.ok(clock.sentences.length >= 2);
  }
  assert.equal(clocks[1].state, "paused");
  assert.equal(clocks[1].due, null);
});
