// The SLA engine's verbs for people: what they say, and what they print for programs.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { verb } from "./support/desk.mjs";
import { cwd, fromStandardInput, office, sla } from "./support/sla.mjs";

// what is asked, exit status, what it says
const said = [
  [
    "due --start 2024-03-08 16:30 --target 1h",
    0,
    "Monday 11 March 2024, 9:30 am EDT (2024-03-11T13:30:00Z)\n",
  ],
  [
    "due --start 2024-03-08T21:30:00Z --target 1bd",
    0,
    "Monday 11 March 2024, 4:30 pm EDT (2024-03-11T20:30:00Z)\n",
  ],
  [
    "due --start 2024-12-24 11:00 --target 90m",
    0,
    "Thursday 26 December 2024, 9:30 am EST (2024-12-26T14:30:00Z)\n",
  ],
  [
    "due --start 2024-03-08 16:30 --target 999999h",
    3,
    "no promise possible: 999999h are not used up within 60 years of Friday 8 March 2024, 4:30 pm EST\n",
  ],
  ["elapsed --from 2024-03-08 16:30 --to 2024-03-11 10:00", 0, "1 hour 30 minutes (5400 s)\n"],
  ["elapsed --from 2024-03-11 10:00 --to 2024-03-08 16:30", 0, "0 minutes (0 s): --to lies before --from\n"],
  ["open --at 2024-07-08 10:00", 0, "open until Monday 8 July 2024, 5:00 pm EDT (2024-07-08T21:00:00Z)\n"],
  [
    "open --at 2024-12-25 10:00",
    0,
    "closed (holiday: Christmas Day), opens Thursday 26 December 2024, 9:00 am EST (2024-12-26T14:00:00Z)\n",
  ],
  [
    "open --at 2024-12-31 10:00 --exit-code",
    3,
    "closed (exception), opens Wednesday 1 January 2025, 9:00 am EST (2025-01-01T14:00:00Z)\n",
  ],
  [
    "open --at 2024-12-24 09:00 --exit-code",
    0,
    "open until Tuesday 24 December 2024, 12:00 pm EST (2024-12-24T17:00:00Z)\n",
  ],
  [
    "open --at 2024-12-24 12:00",
    0,
    "closed (exception), opens Thursday 26 December 2024, 9:00 am EST (2024-12-26T14:00:00Z)\n",
  ],
];

describe("in words", () => {
  for (const [words, status, out] of said) {
    test(words, async () => assert.deepEqual(await sla(words), { status, out, err: "" }));
  }

  test("a calendar that never opens promises nothing, one that never closes has no end", async () => {
    const never = await sla("due --start 2024-03-08 16:30 --target 1h", "never.json");
    assert.equal(never.status, 3);
    assert.match(never.out, /^no promise possible: the calendar does not open within 60 years/);
    assert.match((await sla("open", "never.json")).out, /^closed, does not open within 60 years$/m);
    assert.equal((await sla("open", "always.json")).out, "open around the clock\n");
  });

  test("a wall time that was jumped over is the jump, one that comes twice the first pass", async () => {
    const at = async (time) => JSON.parse((await sla(`explain --from ${time} --to ${time} --json`)).out).from;
    assert.equal(await at("2024-03-10 02:30"), "2024-03-10T07:00:00Z");
    assert.equal(await at("2024-11-03 01:30"), "2024-11-03T05:30:00Z");
  });

  test("explain lays out a due as a table with a sum", async () => {
    const { status, out } = await sla("explain --start 2024-03-08 16:30 --target 1h");
    assert.equal(status, 0);
    assert.equal(
      out,
      `1h from Friday 8 March 2024, 4:30 pm EST (2024-03-08T21:30:00Z)
is due Monday 11 March 2024, 9:30 am EDT (2024-03-11T13:30:00Z)

  From                       to                            length  so far
  Fri  8 Mar 2024  9:00 am – 4:30 pm                   7 h 30 min          before the start
  Fri  8 Mar 2024  4:30 pm – 5:00 pm                       30 min  30 min  counted
  Fri  8 Mar 2024  5:00 pm – Mon 11 Mar 2024, 9:00 am        63 h          closed; clocks go forward 1 hour on Sun 10 Mar 2024
  Mon 11 Mar 2024  9:00 am – 9:30 am                       30 min     1 h  counted

In all 1 hour counted. Times are New York time.
`,
    );
  });

  test("explain names the business days, and the holiday that is none", async () => {
    const { out } = await sla("explain --start 2024-12-23 16:30 --target 2bd");
    assert.match(out, /^ {2}Business day 0 {4}Mon 23 Dec 2024 {2}\(counted from\)$/m);
    assert.match(out, /^ {2}Business day 1 {4}Tue 24 Dec 2024$/m);
    assert.match(out, /^ {2}Business day 2 {4}Thu 26 Dec 2024$/m);
    assert.match(out, /holiday: Christmas Day/);
  });

  test("explain goes by another zone's clocks where one is named", async () => {
    const { out } = await sla(
      "explain --from 2024-03-08 16:30 --to 2024-03-08 17:00 --time-zone Europe/Paris",
    );
    assert.match(out, /Fri {2}8 Mar 2024 {2}10:30 pm – 11:00 pm/);
    assert.match(out, /Times are Paris time\.\n$/);
  });
});

describe("for programs", () => {
  // the same question as a person and as a program asks it
  const asked = [
    ["due --start 2024-03-08T21:30:00Z --target 1h", { op: "due" }],
    ["due --start 2024-12-24T16:30:00Z --target 3bd", { op: "due" }],
    ["due --start 2024-03-08T21:30:00Z --target 999999h", { op: "due" }],
    ["elapsed --from 2024-03-08T21:30:00Z --to 2024-12-31T14:00:07Z", { op: "elapsed" }],
    ["open --at 2024-12-24T17:00:00Z", { op: "is_open" }],
    ["open --at 2024-12-24T16:59:59Z", { op: "is_open" }],
    ["explain --start 2024-12-20T16:30:00Z --target 3bd", { op: "due" }],
    ["explain --from 2024-03-08T21:30:00Z --to 2024-12-31T14:00:07Z", { op: "elapsed" }],
  ];
  for (const [words, question] of asked) {
    test(`${words} --json agrees with the batch`, async () => {
      const keys = Object.fromEntries(
        words
          .split(" --")
          .slice(1)
          .map((text) => text.split(" ")),
      );
      const batch = fromStandardInput(
        JSON.stringify({ id: "a", calendar: office, ...question, ...keys }),
        "batch",
      );
      const { id, ...answer } = JSON.parse(batch.stdout);
      assert.equal(id, "a");
      const own = JSON.parse((await sla(`${words} --json`)).out);
      for (const [key, value] of Object.entries(answer)) assert.deepEqual(own[key], value, key);
    });
  }

  test("explain's stretches lie end to end and sum up", async () => {
    const { out } = await sla("explain --from 2024-12-20 16:00 --to 2025-01-03 12:00 --json");
    const made = JSON.parse(out);
    assert.equal(
      made.stretches.reduce((sum, one) => sum + one.counted_seconds, 0),
      made.seconds,
    );
    for (const [i, one] of made.stretches.entries())
      assert.equal(one.to, made.stretches[i + 1]?.from ?? made.to);
    const named = made.stretches.filter((one) => one.name !== "");
    assert.deepEqual(
      named.map((one) => [one.reason, one.name, one.counted_seconds]),
      [["holiday", "Christmas Day", 0]],
    );
    assert.equal(made.sentences.length, made.stretches.length + 1);
  });

  test("explain of business days gives their dates", async () => {
    const { out } = await sla("explain --start 2024-12-23 16:30 --target 2bd --json");
    assert.deepEqual(JSON.parse(out).business_days, ["2024-12-23", "2024-12-24", "2024-12-26"]);
  });

  test("a calendar on standard input", () => {
    const { status, stdout } = fromStandardInput(
      JSON.stringify(office),
      ...["due", "--calendar", "-", "--start", "2024-03-08 16:30", "--target", "1h", "--json"],
    );
    assert.equal(status, 0);
    assert.equal(stdout, '{"due":"2024-03-11T13:30:00Z"}\n');
  });
});

describe("help has an example that works", () => {
  for (const name of ["due", "elapsed", "open", "explain"]) {
    test(`punctual sla ${name} --help`, async () => {
      const { status, out } = await verb("sla", name, "--help");
      assert.equal(status, 0);
      const [example] = out.match(/^ {2}punctual sla .*$/m) ?? [];
      assert.ok(example, out);
      const words = [...example.trim().matchAll(/'([^']*)'|(\S+)/g)].map((word) => word[1] ?? word[2]);
      const shown = await verb(...words.slice(1), { cwd });
      assert.equal(shown.status, 0, shown.err);
    });

    test(`it explains TARGET where ${name} takes one, and nowhere else`, async () => {
      const { out } = await verb("sla", name, "--help");
      assert.equal(/TARGET is/.test(out), /--target TARGET/.test(out), out);
      assert.match(out, /or now\..*\nExit status: 0 answered/);
    });
  }
});
