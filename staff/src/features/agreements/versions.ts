import type { AgreementVersion, StatedTerm } from "@/client/types";

/** A term in all versions: its value in each, null where a version does not have it. */
export type TermRow = {
  label: string;
  cells: { value: string | null /** Other than in the version before. */; changed: boolean }[];
};

/** The terms of all versions by label, in the order in which they are first named; what is next to a label stays there. */
export function termRows(versions: Pick<AgreementVersion, "terms">[]): TermRow[] {
  const labels: string[] = [];
  for (const { terms } of versions) {
    let after = -1;
    for (const { label } of terms) {
      const known = labels.indexOf(label);
      if (known < 0) labels.splice(after + 1, 0, label);
      after = known < 0 ? after + 1 : Math.max(after, known);
    }
  }
  return labels.map((label) => {
    const values = versions.map(({ terms }) => terms.find((term) => term.label === label)?.value ?? null);
    return {
      label,
      cells: values.map((value, index) => ({ value, changed: index > 0 && value !== values[index - 1] })),
    };
  });
}

const inBrief = ["allowance", "rates", "fee"];

/** What one wants to know of an agreement at a glance. */
export const termsInBrief = ({ terms }: Pick<AgreementVersion, "terms">): StatedTerm[] =>
  terms.filter(({ label }) => inBrief.includes(label));
