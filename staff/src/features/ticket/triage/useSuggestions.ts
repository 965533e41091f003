import { api } from "@/client/api";
import type { Suggestion } from "@/client/types";

/** Who could have a ticket, best first. */
export function useSuggestions(ref: string, enabled: boolean) {
  return api.useQuery(
    "get",
    "/api/v1/tickets/{ref}/suggestions",
    { params: { path: { ref } } },
    { enabled, staleTime: 30_000 },
  );
}

export const eligibleOf = (candidates: Suggestion[]) => candidates.filter(({ eligible }) => eligible);
