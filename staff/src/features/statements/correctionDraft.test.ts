import { expect, test } from "vitest";
import { correctionErrors, correctionOf, emptyLine } from "./correctionDraft";

const line = (more: object) => ({ ...emptyLine(1), text: "That hour", ...more });

test("a correction is sent as it was typed, without what was left empty", () => {
  const draft = {
    reason: " It was another's. ",
    lines: [line({ ref: "p-1042", time: "1h30", amount: "35.50" }), line({})],
  };
  expect(correctionErrors(draft)).toEqual({});
  expect(correctionOf(draft)).toEqual({
    reason: "It was another's.",
    lines: [
      { ref: "P-1042", text: "That hour", minutes: 90, amount: "35.50" },
      { text: "That hour", minutes: 0 },
    ],
  });
});

test("what is missing or no time is said at its field", () => {
  const wrong = correctionErrors({ reason: " ", lines: [line({ text: "" }), line({ time: "soon" })] });
  expect(Object.keys(wrong)).toEqual(["reason", "lines[0].text", "lines[1].minutes"]);
});
