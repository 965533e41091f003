import { keepPreviousData, useQueryClient } from "@tanstack/react-query";
import { api } from "@/client/api";
import type { Session, TimeEntry } from "@/client/types";
import { statedOrBalanced } from "@/features/agreements/agreements";

/** Time worked on a ticket, and of which kinds it may be. */
export function useTicketTime(ref: string) {
  return api.useQuery("get", "/api/v1/tickets/{ref}/time", { params: { path: { ref } } });
}

export type TimeFilter = { first: string; last: string; person?: number; client?: number };

/** Time of some days; what was shown stays while other days are asked for. */
export function useTime(query: TimeFilter) {
  return api.useQuery(
    "get",
    "/api/v1/time",
    { params: { query } },
    { placeholderData: keepPreviousData, staleTime: 10_000 },
  );
}

const touched = ["/api/v1/tickets/{ref}/time", "/api/v1/time", ...statedOrBalanced];

/** What time written down or corrected makes outdated. */
export function useTimeChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const path of touched) void queries.invalidateQueries({ queryKey: ["get", path] });
  };
}

/** One's own, or anybody's for coordinators and managers, until a statement holds it. */
export const mayCorrect = ({ person, locked }: TimeEntry, me: Session["person"]): boolean =>
  !locked && (person.id === me.id || me.role !== "member");
