import { expect, test } from "vitest";
import { editFields, unplaced } from "./fields";

const refused = (fields: Record<string, string>) => ({ status: 422, title: "Not right", fields });

test("a field is found however deep the desk names it", () => {
  const refusal = refused({
    "edit.grant_time_off.swap.on.hours": "say which hours",
    "edit.change_week.week.weekly.mon[0]": "is no time",
    last_date: "It ends before it begins.",
  });
  expect(editFields(refusal)).toEqual({
    "on.hours": "Say which hours",
    "weekly.mon[0]": "Is no time",
    last_date: "It ends before it begins.",
  });
});

test("only what no field shows is said above the buttons", () => {
  const refusal = refused({ last_date: "Wrong", needed: "Too few" });
  expect(unplaced(refusal, editFields(refusal), ["last_date"])?.fields).toEqual({ needed: "Too few" });
  expect(unplaced(refusal, editFields(refusal), ["last_date", "needed"])).toBeNull();
  const conflict = { status: 409, title: "Not now", fields: {} };
  expect(unplaced(conflict, {}, ["last_date"])?.title).toBe("Not now");
});
