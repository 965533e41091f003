import type { Impact } from "@/client/types";

/** What each tier means, in one line. */
export const tierMeanings: Record<number, string> = {
  1: "business stopped on the live site",
  2: "live site degraded",
  3: "low impact, or a how-to question",
  4: "cosmetic, or not on the live site",
};

/** What the client says it does to the business, in the form's own words. */
export const impactWords: Record<Impact, string> = {
  business_stopped: "Stops the business",
  degraded: "Works, but badly",
  low_impact: "Low impact or a question",
  cosmetic_or_new: "Cosmetic, or something new",
};
