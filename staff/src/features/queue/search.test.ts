import { expect, test } from "vitest";
import { filtered, queueQuery, readSearch } from "./search";

test("the first view shows what is active, next due first", () => {
  expect(queueQuery({})).toEqual({ state: "active", limit: 50 });
});

test("mine and unassigned are active tickets by whose they are", () => {
  expect(queueQuery({ view: "mine" })).toMatchObject({ state: "active", assignee: "me" });
  expect(queueQuery({ view: "unassigned" })).toMatchObject({ state: "active", assignee: "none" });
});

test("a view that says whose is not overruled by a filter left over", () => {
  expect(queueQuery({ view: "mine", assignee: "7" }).assignee).toBe("me");
});

test("filters and words narrow a view", () => {
  expect(queueQuery({ view: "resolved", assignee: "7", client: 3, q: "P-1042" })).toEqual({
    state: "resolved",
    assignee: "7",
    client: 3,
    q: "P-1042",
    limit: 50,
  });
});

test("an address is read with care", () => {
  expect(readSearch({ view: "open", assignee: 7, client: "3", q: 1042 })).toEqual({
    view: "open",
    assignee: "7",
    client: 3,
    q: "1042",
  });
  expect(readSearch({ view: "everything", assignee: "me or you", client: "x", q: "   ", other: 1 })).toEqual(
    {},
  );
});

test("the default view is not written into the address", () => {
  expect(readSearch({ view: "active" })).toEqual({});
});

test("an empty list is explained by its filters, if there are any", () => {
  expect(filtered({ view: "open" })).toBe(false);
  expect(filtered({ client: 3 })).toBe(true);
});
