import { expect, test } from "vitest";
import { closedWeek, workWeek } from "../draft/world";
import { weekInShort } from "./weekInShort";

test("days alike are told together", () => {
  expect(weekInShort(workWeek)).toBe("Mon–Fri 08:00–17:00, Sat–Sun closed");
  expect(weekInShort(closedWeek)).toBe("Mon–Sun closed");
});

test("over midnight", () => {
  expect(weekInShort({ ...closedWeek, mon: [["22:00", "06:00"]] })).toBe(
    "Mon 22:00–06:00 the next day, Tue–Sun closed",
  );
});

test("several hours a day", () => {
  const wed = [
    ["08:00", "12:00"],
    ["13:00", "17:00"],
  ];
  expect(weekInShort({ ...closedWeek, wed })).toBe(
    "Mon–Tue closed, Wed 08:00–12:00 and 13:00–17:00, Thu–Sun closed",
  );
});
