import { expect, test } from "vitest";
import { estimateInWords, eventInShort } from "./eventWords";

const dale = { kind: "person", id: 1, name: "Dale Whitcombe" } as const;
const contact = { kind: "contact", id: 7, name: "Nora Quist" } as const;

test("an estimate is told by its number, a decision by the name under which it was taken", () => {
  expect(estimateInWords({ type: "estimated", by: dale, estimate: 1 })).toBe(
    "Dale Whitcombe sent estimate 1",
  );
  expect(estimateInWords({ type: "estimate_withdrawn", by: dale, estimate: 2 })).toBe(
    "Dale Whitcombe withdrew estimate 2",
  );
  const decided = { type: "estimate_decided", by: contact, estimate: 1, name: "Ruth Kessler" } as const;
  expect(estimateInWords({ ...decided, answer: "approved" })).toBe("Ruth Kessler approved estimate 1");
  expect(estimateInWords({ ...decided, answer: "declined" })).toBe("Ruth Kessler declined estimate 1");
});

test("what became of an estimate is told by who did it, as short as a column allows", () => {
  expect(eventInShort("estimated", "Dale Whitcombe")).toBe("Dale sent an estimate");
  expect(eventInShort("estimate_decided", "Nora Quist")).toBe("Nora decided on the estimate");
  expect(eventInShort("estimate_withdrawn", "Dale Whitcombe")).toBe("Dale withdrew the estimate");
});
