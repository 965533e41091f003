import { expect, test } from "vitest";
import { termRows, termsInBrief } from "./versions";

const terms = (...pairs: [string, string][]) => ({
  terms: pairs.map(([label, value]) => ({ label, value })),
});

test("what another version says otherwise is marked, what it keeps is not", () => {
  const rows = termRows([
    terms(["allowance", "10h"], ["rates", "130"], ["fee", "1,200"]),
    terms(["allowance", "12h"], ["rates", "130"]),
  ]);
  expect(rows).toEqual([
    {
      label: "allowance",
      cells: [
        { value: "10h", changed: false },
        { value: "12h", changed: true },
      ],
    },
    {
      label: "rates",
      cells: [
        { value: "130", changed: false },
        { value: "130", changed: false },
      ],
    },
    {
      label: "fee",
      cells: [
        { value: "1,200", changed: false },
        { value: null, changed: true },
      ],
    },
  ]);
});

test("a term that came later stands where its own version has it", () => {
  const rows = termRows([
    terms(["allowance", "10h"], ["fee", "1"]),
    terms(["allowance", "10h"], ["rounding", "15m"], ["fee", "1"], ["credit", "1h"]),
  ]);
  expect(rows.map(({ label }) => label)).toEqual(["allowance", "rounding", "fee", "credit"]);
  expect(rows[1]?.cells).toEqual([
    { value: null, changed: false },
    { value: "15m", changed: true },
  ]);
});

test("a version alone changes nothing", () => {
  expect(termRows([terms(["rates", "130"])])[0]?.cells).toEqual([{ value: "130", changed: false }]);
  expect(termRows([])).toEqual([]);
});

test("in brief it is what is paid for and what it costs", () =>
  expect(
    termsInBrief(terms(["allowance", "10h"], ["rounding", "15m"], ["fee", "1"])).map(({ label }) => label),
  ).toEqual(["allowance", "fee"]));
