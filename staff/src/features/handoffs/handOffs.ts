import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/client/api";
import type { HandOff } from "@/client/types";

const everyMinute = 60_000;

export const handOffsQuery = api.queryOptions("get", "/api/v1/hand-offs");

const outdated = [
  "/api/v1/hand-offs",
  "/api/v1/hand-offs/count",
  "/api/v1/tickets",
  "/api/v1/ticket-counts",
  "/api/v1/tickets/{ref}",
];

export function useHandOffs() {
  return useQuery({ ...handOffsQuery, refetchInterval: everyMinute });
}

/** How many tickets wait to be handed over, of all one sees. */
export function useHandOffCount(): number {
  const { data } = api.useQuery("get", "/api/v1/hand-offs/count", {}, { refetchInterval: everyMinute });
  return data?.tickets ?? 0;
}

export const countOf = (items: HandOff[]) =>
  items.reduce((sum, { tickets, more }) => sum + tickets.length + more, 0);

/** Hands a ticket over. */
export function useHandOver() {
  const queries = useQueryClient();
  return api.useMutation("put", "/api/v1/hand-offs/{person}/tickets/{ref}", {
    onSuccess: () => {
      for (const path of outdated) void queries.invalidateQueries({ queryKey: ["get", path] });
    },
  });
}
