import { expect, test } from "vitest";
import type { Person } from "@/client/types";
import { assigneeChoices } from "./assignees";

const person = (id: number, name: string, active = true): Person => ({
  id,
  name,
  email: "",
  role: "member",
  active,
  pods: [],
});
const people = [person(1, "Mara"), person(2, "Theo"), person(3, "Ines"), person(4, "Gone", false)];
const names = (groups: ReturnType<typeof assigneeChoices>) =>
  groups.map(({ group, items }) => [group, items.map((item) => item.label)]);

test("the pod first, then anybody else who is active", () => {
  const pod = {
    id: 1,
    name: "Harbour",
    members: [
      { id: 2, name: "Theo" },
      { id: 4, name: "Gone" },
    ],
  };
  expect(names(assigneeChoices(people, pod))).toEqual([
    ["Pod Harbour", ["Theo"]],
    ["Others", ["Mara", "Ines"]],
  ]);
});

test("without a pod everybody stands together", () => {
  expect(names(assigneeChoices(people, undefined))).toEqual([["Everybody", ["Mara", "Theo", "Ines"]]]);
});
