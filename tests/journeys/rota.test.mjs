// What may be done to the rota, by whom, and what `punctual coverage` says of it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { verb } from "./support/desk.mjs";
import { coverageOf, startFlint } from "./support/flint.mjs";
import { newestAudit } from "./support/ledger.mjs";
import { addDays, change, look, makeEdit } from "./support/rota.mjs";

let desk;
let tom;
let coordinator;
let manager;
let flint;
let people;
let friday; // on which only Tom is there
let tickets; // two, due in it

before(async () => {
  ({ desk, tom, coordinator, manager, flint, people, friday, tickets } = await startFlint());
});
after(() => desk?.stop());

const coverage = (...args) => coverageOf(desk, ...args);

describe("who may what", () => {
  test("members ask and see, and change nothing of the rota", async () => {
    const absence = {
      record_absence: { person: people["Tom Aldridge"], first_date: friday.date, last_date: friday.date },
    };
    await look(tom, absence, 403);
    await change(tom, absence, "", 403);
    for (const path of ["/api/v1/rota", "/api/v1/rota/coverage?weeks=1", "/api/v1/time-off"])
      await tom.get(path);
  });

  test("coordinators record absences, and decide nothing", async () => {
    const absence = {
      record_absence: {
        person: people["Tom Aldridge"],
        first_date: friday.date,
        last_date: friday.date,
        note: "Ill.",
      },
    };
    const { seen } = await look(coordinator, absence);
    const { time_off } = await change(coordinator, absence, seen);
    const { items } = await coordinator.get("/api/v1/time-off");
    const recorded = items.find(({ id }) => id === time_off);
    assert.deepEqual([recorded.kind, recorded.state, recorded.known_gaps], ["absence", "granted", 1]);
    await look(coordinator, { move_client: { client: 1, pod: null } }, 403);
    await coordinator.expect(403, "POST", "/api/v1/time-off/1/refusal", { json: { answer: "No." } });
    await tom.expect(403, "POST", `/api/v1/time-off/${time_off}/withdrawal`);
    await coordinator.expect(200, "POST", `/api/v1/time-off/${time_off}/withdrawal`);
  });
});

describe("a pod", () => {
  const pod = (members, more = {}) => ({
    change_pod: { pod: flint.id, members: members.map((name) => people[name]), needed: 1, ...more },
  });

  test("keeps whoever has open tickets of it", async () => {
    const problem = await look(manager, pod(["Sofia Reyes"]), 422);
    assert.equal(problem.errors[0].field, "members");
    assert.match(
      problem.errors[0].detail,
      new RegExp(`Tom Aldridge has open tickets of this pod: ${tickets[0]}, `),
    );
    assert.match(problem.errors[0].detail, /Hand them over first/);
  });

  test("with more needed than are there is a gap that is known", async () => {
    const shown = await look(manager, pod(["Sofia Reyes", "Tom Aldridge"], { needed: 2 }));
    const times = (gaps) => gaps.reduce((sum, { gap }) => sum + gap.times, 0);
    assert.ok(times(shown.opens) > 50);
    assert.ok(shown.opens.every(({ gap: { first } }) => first.present === 1 && first.needed === 2));
    assert.ok(shown.opens.length < times(shown.opens) / 5, "what comes back is told once");
  });
});

describe("refused, with a remedy", () => {
  const week = (weekly) => ({
    time_zone: "America/New_York",
    weekly: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], ...weekly },
    weekly_from: [],
  });
  const rows = [
    ["nothing", () => ({}), /exactly one/],
    [
      "two changes at once",
      () => ({ withdraw_swap: { swap: 1 }, move_client: { client: 1, pod: null } }),
      /exactly one/,
    ],
    [
      "hours that overlap",
      () => ({
        change_week: {
          person: people["Tom Aldridge"],
          week: week({
            mon: [
              ["08:00", "12:00"],
              ["11:00", "17:00"],
            ],
          }),
        },
      }),
      /overlap/,
    ],
    [
      "a zone that is none",
      () => ({
        change_week: {
          person: people["Tom Aldridge"],
          week: { ...week({ mon: [["08:00", "12:00"]] }), time_zone: "Mars/Base" },
        },
      }),
      /zone/,
    ],
    [
      "a lead who is no member",
      () => ({
        change_pod: {
          pod: flint.id,
          members: [people["Sofia Reyes"], people["Tom Aldridge"]],
          lead: people["Grace Okafor"],
          needed: 1,
        },
      }),
      /led by one of its members/,
    ],
    [
      "an absence that began long ago",
      () => ({
        record_absence: {
          person: people["Tom Aldridge"],
          first_date: addDays(friday.date, -40),
          last_date: friday.date,
        },
      }),
      /begins in the past/,
    ],
    [
      "a swap onto hours they have",
      () => ({
        agree_swap: { person: people["Tom Aldridge"], on: { date: friday.date, hours: ["08:00", "17:00"] } },
      }),
      /at work then already/,
    ],
    [
      "a date that is none",
      () => ({
        agree_swap: { person: people["Tom Aldridge"], on: { date: "2026-02-30", hours: ["08:00", "17:00"] } },
      }),
      /no date/,
    ],
  ];
  for (const [name, wanted, says] of rows)
    test(name, async () => {
      const problem = await look(manager, wanted(), 422);
      assert.match(JSON.stringify(problem.errors), says);
    });

  for (const [name, body, field, says] of [
    ["time off in the past", { first_date: "2026-01-05", last_date: "2026-01-06" }, "first_date", /past/],
    [
      "time off backwards",
      () => ({ first_date: friday.date, last_date: addDays(friday.date, -1) }),
      "last_date",
      /other way round/,
    ],
    [
      "more than a year",
      () => ({ first_date: friday.date, last_date: addDays(friday.date, 400) }),
      "last_date",
      /longer than a year/,
    ],
    [
      "a day that is off anyway",
      () => ({ first_date: addDays(friday.date, 1), last_date: addDays(friday.date, 1) }),
      "first_date",
      /not at work then anyway/,
    ],
  ])
    test(name, async () => {
      const json = typeof body === "function" ? body() : body;
      const problem = await tom.expect(422, "POST", "/api/v1/time-off", { json });
      assert.equal(problem.errors[0].field, field);
      assert.match(problem.errors[0].detail, says);
    });

  test("what is not there is 404", async () => {
    await manager.expect(404, "POST", "/api/v1/time-off/999999/withdrawal");
    await look(manager, { withdraw_swap: { swap: 999_999 } }, 404);
  });
});

describe("punctual coverage", () => {
  test("says each gap in words: when, how long, why, whom it endangers", async () => {
    const absence = {
      record_absence: { person: people["Tom Aldridge"], first_date: friday.date, last_date: friday.date },
    };
    await makeEdit(coordinator, absence);
    const { status, out } = await coverage("--pod", "Flint", "--weeks", "4");
    assert.equal(status, 1);
    assert.match(out, /^Flint: 1 gap, 9 h of what is promised, 1 needed\n/);
    assert.match(out, / {2}Friday .* 08:00–17:00 \(9 h\): nobody is there; Tom Aldridge is absent\n/);
    assert.ok(out.includes(`    endangers Flint Ceramics (standard): ${tickets.join(", ")}\n`), out);
    assert.match(out, /\nTimes are those of America\/New_York\.\n$/);
  });

  test("is of all pods and in words of the desk as a whole; in JSON that is asked for", async () => {
    const { out } = await coverage("--weeks", "2");
    for (const name of ["Basalt", "Flint", "Juniper", "The desk as a whole"])
      assert.match(out, new RegExp(`^${name}: `, "m"));
    const names = async (...flags) =>
      JSON.parse((await coverage("--weeks", "2", "--json", ...flags)).out).pods.map(({ pod }) => pod);
    assert.deepEqual(await names(), ["Basalt", "Flint", "Juniper"]);
    assert.deepEqual(await names("--desk"), ["Basalt", "Flint", "Juniper", null]);
  });

  for (const [name, flags, says] of [
    ["a pod that is none names those there are", ["--pod", "Granite"], /"Granite".*Basalt, Flint, Juniper/],
    ["no weeks", ["--weeks", "0"], /--weeks/],
    ["more weeks than a year", ["--weeks", "53"], /--weeks/],
    ["weeks that are a word", ["--weeks", "soon"], /--weeks/],
    ["the desk in words", ["--desk"], /--json/],
  ])
    test(`${name} is wrong use`, async () => {
      const { status, err, out } = await coverage(...flags);
      assert.deepEqual([status, out], [2, ""]);
      assert.match(err, says);
    });

  test("of a folder without a desk is wrong use, and no gap", async () => {
    assert.equal((await verb("coverage", "--data", "nowhere")).status, 2);
  });

  test("is the same beside the desk and without it", async () => {
    const beside = await coverage("--json", "--weeks", "4", "--pod", "Flint");
    await desk.stop();
    const alone = await coverage("--json", "--weeks", "4", "--pod", "Flint");
    assert.deepEqual([alone.status, JSON.parse(alone.out)], [beside.status, JSON.parse(beside.out)]);
    await desk.spawn().ready();
  });
});

describe("who leaves", () => {
  const leaving = (name) => `/api/v1/people/${people[name]}/deactivation`;
  const run = (...args) => verb("person", "deactivate", "--data", desk.data, ...args);
  const knownOf = (name) => newestAudit(desk.data, "person", people[name]).knowing;
  before(async () => {
    const { items } = await manager.get("/api/v1/time-off");
    for (const { id } of items.filter(({ state }) => state === "granted"))
      await manager.expect(200, "POST", `/api/v1/time-off/${id}/withdrawal`);
  });

  test("opens each of their days, with what is due in them, and nobody goes unseen", async () => {
    const shown = await manager.get(leaving("Tom Aldridge"));
    const [opening] = shown.opens;
    assert.deepEqual(
      [shown.opens.length, opening.pod.name, opening.gap.first.from],
      [1, "Flint", friday.from],
    );
    assert.ok(opening.gap.times > 40, "every Friday but holidays");
    assert.equal(opening.gap.first.cause, "nobody's week has it");
    assert.deepEqual(
      opening.tickets.map(({ ref }) => ref),
      tickets,
    );
    await coordinator.expect(403, "GET", leaving("Tom Aldridge"));
    await manager.expect(404, "GET", "/api/v1/people/999999/deactivation");
    for (const seen of [undefined, null, "0".repeat(64)]) {
      const problem = await manager.expect(409, "POST", leaving("Tom Aldridge"), {
        json: { hand_over_to: people["Sofia Reyes"], seen },
      });
      assert.match(problem.type, /opens-gaps$/);
    }
    await tom.get("/api/v1/session");
  });

  test("on the command line is asked about, and goes with --yes in the knowledge of it", async () => {
    const who = ["--mail", "tom@quillmoor.example", "--hand-over-to", "sofia@quillmoor.example"];
    const unasked = await run(...who);
    assert.equal(unasked.status, 2);
    assert.match(
      unasked.out,
      / {2}Flint: .*08:00–17:00, .*until .* \(9 h\): nobody is there; nobody's week has it; due then: P-/,
    );
    assert.match(unasked.err, /nobody can be asked here; say --yes/);
    await tom.get("/api/v1/session");
    const done = await run(...who, "--yes");
    assert.equal(done.status, 0, done.err);
    assert.match(done.out, /Tom Aldridge is deactivated; \d open tickets handed over/);
    assert.ok(knownOf("Tom Aldridge").length > 40);
  });

  test("by the page in the knowledge of what was shown", async () => {
    const { seen } = await manager.get(leaving("Sofia Reyes"));
    assert.ok(seen, "nobody of Flint is left");
    await manager.expect(200, "POST", leaving("Sofia Reyes"), { json: { unassign: true, seen } });
    assert.ok(knownOf("Sofia Reyes").length > 0);
  });
});
