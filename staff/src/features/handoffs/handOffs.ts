import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/client/api";
import type { HandOff } from "@/client/types";

const everyMinute = 60_000;

export const handOffsQuery = api.queryOptions("get", "/api/v1/hand-offs");

export function useHandOffs() {
  return useQuery({ ...handOffsQuery, refetchInterval: everyMinute });
}

/** How many tickets wait to be handed over, of all one sees. */
export function useHandOffCount(): number {
  return countOf(useHandOffs().data?.items ?? []);
}

export const countOf = (items: HandOff[]) => items.reduce((sum, { tickets }) => sum + tickets.length, 0);

/** Hands a ticket over; the answer is the list without it. */
export function useHandOver() {
  const queries = useQueryClient();
  return api.useMutation("put", "/api/v1/hand-offs/{person}/tickets/{ref}", {
    onSuccess: (list) => {
      queries.setQueryData(handOffsQuery.queryKey, list);
      for (const path of ["/api/v1/tickets", "/api/v1/ticket-counts", "/api/v1/tickets/{ref}"])
        void queries.invalidateQueries({ queryKey: ["get", path] });
    },
  });
}
