import { expect, test } from "vitest";
import type { Account } from "@/client/types";
import { inOrder, stateInWords } from "./accounts";

const wren: Account = {
  id: 1,
  name: "Wren Abara",
  email: "wren@quillmoor.example",
  role: "member",
  state: "active",
  open_tickets: 0,
  last_seen_at: null,
  invited_until: null,
};

test("an invitation that is over reads otherwise than one that works", () => {
  expect(stateInWords(wren)).toBe("Active");
  expect(stateInWords({ ...wren, state: "not_invited" })).toBe("Not invited yet");
  expect(stateInWords({ ...wren, state: "invited" })).toBe("Invited");
  expect(stateInWords({ ...wren, state: "invitation_over" })).toBe("Invitation over");
  expect(stateInWords({ ...wren, state: "deactivated" })).toBe("Deactivated");
});

test("who has left stands last", () => {
  const left: Account = { ...wren, name: "Ada", state: "deactivated" };
  const invited: Account = { ...wren, name: "Zoe", state: "invited" };
  expect(inOrder([left, invited, wren]).map(({ name }) => name)).toEqual(["Wren Abara", "Zoe", "Ada"]);
});
