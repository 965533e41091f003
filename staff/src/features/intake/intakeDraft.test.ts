import { expect, test } from "vitest";
import {
  emptyIntake,
  fieldErrors,
  type IntakeDraft,
  intakeErrors,
  newTicketOf,
  webAddress,
} from "./intakeDraft";

const complete: IntakeDraft = {
  ...emptyIntake,
  name: "Dana Hollis",
  email: " dana@hollisbakery.example ",
  site: "hollisbakery.example",
  description: "Checkout declines every card.",
  impact: "business_stopped",
};

test.each([
  ["hollisbakery.example", "https://hollisbakery.example"],
  ["http://old.example/shop", "http://old.example/shop"],
  ["  ", ""],
  ["ftp://files.example", "ftp://files.example"],
])("the address %j becomes %j", (typed, address) => expect(webAddress(typed)).toBe(address));

test("what is complete is sent as the contract wants it, without what was not said", () => {
  expect(intakeErrors(complete)).toEqual({});
  expect(newTicketOf(complete)).toEqual({
    contact: { name: "Dana Hollis", email: "dana@hollisbakery.example" },
    site: "https://hollisbakery.example",
    description: "Checkout declines every card.",
    impact: "business_stopped",
  });
});

test("what was said besides is sent too", () => {
  expect(
    newTicketOf({ ...complete, company: "Hollis", page: "hollisbakery.example/shop", live: "no" }),
  ).toMatchObject({
    contact: { company: "Hollis" },
    page: "https://hollisbakery.example/shop",
    live: false,
  });
});

test("an empty form names everything it lacks", () => {
  expect(Object.keys(intakeErrors(emptyIntake))).toEqual(["name", "email", "site", "description", "impact"]);
});

test.each(["javascript:alert(1)", "ftp://files.example", "not an address"])(
  "%j is no page of the web",
  (page) => {
    expect(intakeErrors({ ...complete, page })).toHaveProperty("page");
  },
);

test("a refusal finds the field it is about", () => {
  expect(fieldErrors({ "contact.email": "no such domain", body: "?" })).toEqual({ email: "no such domain" });
});
