import { expect, test } from "vitest";
import { effectInWords } from "./effectWords";

const none = { running: 0, moved: 0, becoming_late: 0, no_longer_late: 0 };
const words = (over: Partial<typeof none>) => effectInWords({ ...none, ...over }).map((line) => line.words);

test("what becomes late is said first", () => {
  expect(words({ running: 41, moved: 37, becoming_late: 2, no_longer_late: 1 })).toEqual([
    "2 tickets become late",
    "1 ticket is no longer late",
    "37 of 41 tickets move",
  ]);
  expect(effectInWords({ ...none, running: 2, moved: 1, becoming_late: 1 })[0]?.late).toBe(true);
});

test("where nothing moves that is said, too", () => {
  expect(words({ running: 3 })).toEqual(["None of 3 tickets with a running clock moves."]);
  expect(words({})).toEqual(["No ticket has a running clock, so nothing moves."]);
});
