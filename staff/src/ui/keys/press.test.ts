import { expect, test } from "vitest";
import { keyMap } from "./keyMap";
import { Sequence, written } from "./press";

const sequence = () => new Sequence(["g q", "j", "?"]);

test("a pair counts when its keys follow one another", () => {
  const keys = sequence();
  expect(keys.complete("g", 0)).toBeNull();
  expect(keys.complete("q", 400)).toBe("g q");
});

test("a pair that took too long is two keys", () => {
  const keys = sequence();
  keys.complete("g", 0);
  expect(keys.complete("q", 2000)).toBeNull();
});

test("an unfinished pair does not swallow the next key", () => {
  const keys = sequence();
  keys.complete("g", 0);
  expect(keys.complete("j", 100)).toBe("j");
});

test("the browser keeps its own combinations", () => {
  expect(written({ key: "r", mod: true, alt: false })).toBeNull();
  expect(written({ key: "j", mod: false, alt: true })).toBeNull();
  expect(written({ key: "Enter", mod: true, alt: false })).toBe("Mod+Enter");
});

test("capitals count as their letter, so that caps lock does no harm", () => {
  expect(written({ key: "J", mod: false, alt: false })).toBe("j");
});

test("no key means two things in one room", () => {
  for (const room of ["queue", "ticket"]) {
    const keys = Object.values(keyMap)
      .filter((entry) => entry.room === room || entry.room === "everywhere")
      .flatMap((entry) => entry.keys);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
