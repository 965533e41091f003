import { queryOptions, useQuery } from "@tanstack/react-query";
import { desk } from "@/client/api";
import type { DeskStatus } from "@/client/types";
import { serverClock } from "@/time/serverClock";

/** Public: also asked before anybody is signed in, for the desk's name. */
export const deskStatusQuery = queryOptions({
  queryKey: ["desk-status"],
  staleTime: 60_000,
  refetchInterval: 5 * 60_000,
  queryFn: async (): Promise<DeskStatus> => {
    const { data, error } = await desk.GET("/api/v1/desk/status");
    if (!data) throw error;
    serverClock.observe(Date.parse(data.now), Date.now());
    return data;
  },
});

export function useDeskStatus(): DeskStatus | undefined {
  return useQuery(deskStatusQuery).data;
}

/** Until when the desk is open, or when it opens: one of them, or neither while unknown. */
export function openingOf(status: DeskStatus | undefined): {
  openUntil: number | null;
  opensAt: number | null;
} {
  const until = status?.until ? Date.parse(status.until) : null;
  return status?.open ? { openUntil: until, opensAt: null } : { openUntil: null, opensAt: until };
}
