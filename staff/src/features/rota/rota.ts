import { keepPreviousData, useQueryClient } from "@tanstack/react-query";
import { api } from "@/client/api";

const everyMinute = 60_000;

/** Who is at work when; what was shown stays while other dates are asked for. */
export function useRota(from: string, days: number, enabled = true) {
  return api.useQuery(
    "get",
    "/api/v1/rota",
    { params: { query: { from, days } } },
    { enabled, refetchInterval: everyMinute, placeholderData: keepPreviousData },
  );
}

/** Every gap of the 52 weeks ahead. */
export function useCoverage() {
  return api.useQuery("get", "/api/v1/rota/coverage", {}, { refetchInterval: 5 * everyMinute });
}

export function useTimeOff(enabled = true) {
  return api.useQuery("get", "/api/v1/time-off", {}, { enabled, refetchInterval: everyMinute });
}

const touched = [
  "/api/v1/rota",
  "/api/v1/rota/coverage",
  "/api/v1/time-off",
  "/api/v1/hand-offs",
  "/api/v1/hand-offs/count",
  "/api/v1/people",
  "/api/v1/pods",
  "/api/v1/clients",
  "/api/v1/tickets/{ref}/suggestions",
];

/** What a change of the rota makes outdated. */
export function useRotaChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const path of touched) void queries.invalidateQueries({ queryKey: ["get", path] });
  };
}
