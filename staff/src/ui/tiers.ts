import { createContext, useContext } from "react";
import type { Impact } from "@/client/types";

/** What the desk calls its tiers, as its clients read it; tier 1 first, none while that is unknown. */
export const TierTitles = createContext<string[]>([]);

export function useTierTitle(): (tier: number) => string {
  const titles = useContext(TierTitles);
  return (tier) => titles[tier - 1] ?? `Tier ${tier}`;
}

/** What the client says it does to the business, in the form's own words. */
export const impactWords: Record<Impact, string> = {
  business_stopped: "Stops the business",
  degraded: "Works, but badly",
  low_impact: "Low impact or a question",
  cosmetic_or_new: "Cosmetic, or something new",
};
