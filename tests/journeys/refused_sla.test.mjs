// What the SLA engine's verbs for people refuse, and how.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { file, sla } from "./support/sla.mjs";

const due = "due --start 2024-03-08 16:30 --target 1h";
// name, what is asked, of which calendar, what stderr must say
const refused = [
  ["a file that is not there", due, () => "nowhere.json", [/nowhere\.json/, /no such file/i, /name a file/]],
  ["a folder", due, () => ".", [/folder/, /name a file/]],
  ["an empty file", due, () => file("empty.json", "\n"), [/empty\.json/, /is empty/]],
  [
    "JSON that is broken",
    due,
    () => file("broken.json", '{"time_zone":"UTC",\n "weekly":{"mon":[["09:00""17:00"]]}}'),
    [/broken\.json, line 2, column 27/, /not JSON/, /mend it there/],
  ],
  ["JSON that ends early", due, () => file("short.json", '{"time_zone":"UTC"'), [/line 1/, /ends too early/]],
  ["two calendars", due, () => file("two.json", '{"time_zone":"UTC"}\n{}'), [/line 2, column 1/, /follows/]],
  ["no object", due, () => file("list.json", "[]"), [/list\.json: calendar: is no object/]],
  ["a calendar without a zone", due, () => file("zoneless.json", {}), [/calendar\.time_zone/, /name one/]],
  [
    "a zone that does not exist",
    due,
    () => file("mars.json", { time_zone: "Mars/Olympus" }),
    [/mars\.json: calendar\.time_zone/, /no zone/, /name one/],
  ],
  [
    "an interval of no length",
    due,
    () => file("flat.json", { time_zone: "UTC", weekly: { mon: [["09:00", "09:00"]] } }),
    [/calendar\.weekly\.mon: opens and closes at 09:00; give it a length, or remove the interval/],
  ],
  [
    "a day that is misspelt",
    due,
    () => file("days.json", { time_zone: "UTC", weekly: { wednesday: [["09:00", "17:00"]] } }),
    [/days\.json: calendar\.weekly\.wednesday/, /write one of mon, tue, wed/],
  ],
  [
    "a key that is misspelt, in a member of a union",
    due,
    () => file("keys.json", { union: [{ time_zone: "UTC", holiday: ["2024-12-25"] }] }),
    [/calendar\.union\.holiday/, /holidays/],
  ],
  [
    "a holiday that does not exist",
    due,
    () => file("leap.json", { time_zone: "UTC", holidays: ["2023-02-29"] }),
    [/calendar\.holidays/, /no date/],
  ],
  [
    "a time that is none",
    "due --start tomorrow --target 1h",
    () => "office.json",
    [/--start: "tomorrow"/, /write 2024/],
  ],
  ["a date alone", "elapsed --from 2024-03-08 --to now", () => "office.json", [/--from: "2024-03-08"/]],
  [
    "a target that is none",
    "due --start now --target 4 hours",
    () => "office.json",
    [/--target: "4 hours"/, /4h/],
  ],
  ["a due without a target", "due --start now", () => "office.json", [/--target/]],
  [
    "another zone that does not exist",
    "explain --start now --target 1h --time-zone Moon",
    () => "office.json",
    [/--time-zone: "Moon"/],
  ],
  [
    "half of each pair",
    "explain --start now --to now",
    () => "office.json",
    [/--start stands without --target; name --target instead of --to$/m],
  ],
  [
    "a first instant without the other",
    "explain --from now",
    () => "office.json",
    [/--from stands without --to; name --to$/m],
  ],
  [
    "a target without its start",
    "explain --target 1h",
    () => "office.json",
    [/--target stands without --start; name --start$/m],
  ],
  [
    "half a pair beside a whole one",
    "explain --start now --target 1h --from now",
    () => "office.json",
    [/--from stands without --to; leave --from out, or name --to instead of --start and --target$/m],
  ],
  ["neither pair", "explain", () => "office.json", [/--start and --target, or --from and --to; name one/]],
  [
    "an interval in reverse order",
    "explain --from 2024-03-11 10:00 --to 2024-03-08 16:30",
    () => "office.json",
    [/--to: "2024-03-08 16:30" lies before --from "2024-03-11 10:00"/, /exchange the two$/m],
  ],
  [
    "both pairs",
    "explain --start now --target 1h --from now --to now",
    () => "office.json",
    [/name one of the two pairs/],
  ],
];

describe("refused, with place, problem and remedy", () => {
  for (const [name, words, calendar, says] of refused) {
    test(name, async () => {
      const { status, out, err } = await sla(words, calendar());
      assert.equal(status, 2, `${out}${err}`);
      assert.equal(out, "");
      for (const pattern of says) assert.match(err, pattern);
      assert.ok(err.trim().split("\n").length <= 2, err);
    });
  }
});
