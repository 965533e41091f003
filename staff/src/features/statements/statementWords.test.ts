import { expect, test } from "vitest";
import type { StatedTicket, Statement } from "@/client/types";
import { promiseSum, ticketSum } from "./statementWords";

const ticket = (over: Partial<StatedTicket>): StatedTicket =>
  ({ minutes: 200, from_allowance: 0, charged: 0, held: 0, courtesy: 0, ...over }) as StatedTicket;

test("work of one sort is said once, of several each with its length", () => {
  expect(ticketSum(ticket({ from_allowance: 200 }))).toBe("from the allowance");
  expect(ticketSum(ticket({ from_allowance: 60, charged: 60, held: 80 }))).toBe(
    "1 h from the allowance, 1 h charged, 1 h 20 min held until approved",
  );
  expect(ticketSum(ticket({ minutes: 0, courtesy: 25 }))).toBe("25 min given away");
});

const missed = (count: number) => Array(count).fill({}) as Statement["promises"]["missed"];

test("promises are counted in words", () => {
  expect(promiseSum({ kept: 20, missed: [] })).toBe("20 were kept, none was missed.");
  expect(promiseSum({ kept: 1, missed: missed(1) })).toBe("1 was kept, 1 was missed.");
  expect(promiseSum({ kept: 0, missed: missed(2) })).toBe("None was kept, 2 were missed.");
  expect(promiseSum({ kept: 0, missed: [] })).toBe("No promise came due in this month.");
});
