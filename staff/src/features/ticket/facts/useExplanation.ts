import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "@/client/api";
import type { Ticket } from "@/client/types";

const everyMinute = 60_000;

/** Why the promises of a ticket stand as they do; read again with the ticket, and as "now" moves on. */
export function useExplanation({ ref, version, as_of }: Ticket) {
  const query = api.queryOptions("get", "/api/v1/tickets/{ref}/explanation", { params: { path: { ref } } });
  return useQuery({
    ...query,
    // Another state of the ticket is another explanation; the old one stands until it is there.
    queryKey: [...query.queryKey, version, as_of] as unknown as typeof query.queryKey,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.clocks.some(({ stopped }) => !stopped) ? everyMinute : false,
  });
}
