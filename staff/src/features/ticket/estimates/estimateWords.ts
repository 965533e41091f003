import type { Estimate, EstimatePrice, Ticket, TimelineEntry } from "@/client/types";
import { minutesInWords } from "@/time/duration";
import { amountInWords } from "@/ui/amount";

export type Standing = Estimate["state"] | "ended";

/** How an estimate stands by now: it expires by itself, and what ends the ticket leaves nothing to decide. */
export function standingOf(
  { state, expires_at }: Pick<Estimate, "state" | "expires_at">,
  { status }: Pick<Ticket, "status">,
  now: number,
): Standing {
  if (state !== "pending") return state;
  if (status === "spam" || status === "merged") return "ended";
  return Date.parse(expires_at) <= now ? "expired" : "pending";
}

/** In words that go on with the moment; `at` is null where they say all. */
export function standingWords(
  standing: Standing,
  { expires_at, decided_at, decided_by }: Pick<Estimate, "expires_at" | "decided_at" | "decided_by">,
  withdrawn: Pick<TimelineEntry, "by" | "at"> | undefined,
): { words: string; at: string | null } {
  switch (standing) {
    case "pending":
      return { words: "waits for approval until", at: expires_at };
    case "approved":
    case "declined":
      return { words: `${standing} by ${decided_by},`, at: decided_at };
    case "superseded":
      return { words: "replaced by a newer one", at: null };
    case "withdrawn":
      return withdrawn
        ? { words: `withdrawn by ${withdrawn.by.name},`, at: withdrawn.at }
        : { words: "withdrawn", at: null };
    case "expired":
      return { words: "expired", at: expires_at };
    case "ended":
      return { words: "the ticket ended before anybody decided", at: null };
  }
}

/** What it comes to, part by part; what the allowance covers has no price. */
export function priceParts(price: EstimatePrice): { name: string; value: string; strong?: boolean }[] {
  const { covered, extra, amount, currency } = price;
  const from = { name: "Covered by the allowance", value: covered > 0 ? minutesInWords(covered) : "nothing" };
  if (extra === 0) return [from, { name: "Beyond it", value: "nothing", strong: true }];
  return [
    from,
    { name: "Beyond it", value: minutesInWords(extra) },
    { name: "Price", value: amountInWords(amount, currency), strong: true },
  ];
}

/** What a coordinator looks for: what is pending or was approved; without any the last one. */
export function inForce(estimates: Estimate[]): Estimate[] {
  const standing = estimates.filter(({ state }) => state === "pending" || state === "approved");
  return standing.length > 0 ? standing : estimates.slice(-1);
}
