import { expect, test } from "vitest";
import { Attempt } from "./idempotency";
import { refusalOf, titled, unreachable } from "./refusal";

test("a problem document keeps its words and says which fields", () => {
  const problem = {
    type: "/problems/invalid",
    title: "Not complete",
    status: 422,
    errors: [
      { field: "site", detail: "site: begin with https://" },
      { field: "site", detail: "a second word on it" },
    ],
  };
  expect(refusalOf(problem)).toMatchObject({ status: 422, fields: { site: "site: begin with https://" } });
});

test("no network is told apart from a broken answer", () => {
  expect(refusalOf(new TypeError("Failed to fetch")).status).toBe(unreachable);
  expect(refusalOf("<html>").status).toBe(500);
  expect(refusalOf(undefined).title).not.toBe("");
});

test("the same attempt keeps its key, another body or a new attempt has its own", () => {
  const attempt = new Attempt();
  const key = attempt.keyFor({ body: "Hello" });
  expect(attempt.keyFor({ body: "Hello" })).toBe(key);
  expect(attempt.keyFor({ body: "Hello Dana" })).not.toBe(key);
  const second = attempt.keyFor({ body: "Hello" });
  attempt.done();
  expect(attempt.keyFor({ body: "Hello" })).not.toBe(second);
});

test("only what cannot be done as things stand goes under another title", () => {
  const refusal = (status: number) => ({
    status,
    title: "The ticket's state does not allow this.",
    fields: {},
  });
  expect(titled(refusal(409), "It cannot be issued now.")?.title).toBe("It cannot be issued now.");
  expect(titled(refusal(412), "It cannot be issued now.")?.title).toBe(
    "The ticket's state does not allow this.",
  );
  expect(titled(null, "It cannot be issued now.")).toBeNull();
});
