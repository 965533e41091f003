import { expect, test } from "vitest";
import { leavingWords } from "./leavingWords";

const now = Date.parse("2026-12-03T20:00:00Z");
const handOff = {
  person: { id: 1, name: "Owen Talbot" },
  leaves: "2026-12-03T22:00:00Z",
  returns: "2026-12-07T13:00:00Z",
  told_at: "2026-12-03T21:00:00Z",
  sudden: false,
  tickets: [],
  more: 0,
};
const words = (over: Partial<typeof handOff> & { returns?: string | null }) =>
  leavingWords({ ...handOff, ...over }, now, "America/New_York");

test("who leaves, who has left, who is suddenly away, and when they are back", () => {
  expect(words({})).toBe("leaves today 17:00, back Mon 08:00");
  expect(words({ leaves: "2026-12-02T22:00:00Z" })).toBe("left yesterday 17:00, back Mon 08:00");
  expect(words({ sudden: true, leaves: "2026-12-03T19:12:00Z" })).toBe(
    "absent since today 14:12, back Mon 08:00",
  );
  expect(words({ returns: null as unknown as string })).toBe("leaves today 17:00, not back for weeks");
});
