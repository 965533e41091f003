import { type QueryClient, useQuery } from "@tanstack/react-query";
import { api } from "@/client/api";
import type { BusinessHours } from "@/client/types";
import { deskStatusQuery } from "@/features/desk/deskStatus";

export const hoursQuery = api.queryOptions("get", "/api/v1/business-hours");
export const versionsQuery = api.queryOptions("get", "/api/v1/business-hours/versions");

const followingMs = 1_500;
const everyMinute = 60_000;

/** The hours in force; asked often while running tickets are brought up to date, now and then for others' changes. */
export function useBusinessHours() {
  return useQuery({
    ...hoursQuery,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && data.rejudging > 0 ? followingMs : everyMinute),
  });
}

/** What the desk answered to a change, and what else that made outdated. */
export function keepHours(queries: QueryClient, hours: BusinessHours) {
  queries.setQueryData(hoursQuery.queryKey, hours);
  void queries.invalidateQueries({ queryKey: versionsQuery.queryKey });
  void queries.invalidateQueries({ queryKey: deskStatusQuery.queryKey });
}
