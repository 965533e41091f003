import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "@/client/api";
import type { Estimate, EstimateLine, Ticket } from "@/client/types";
import { estimatesQuery } from "@/live/ticketCache";

/** Of a ticket that has any, by number; undefined until they are known. */
export function useEstimates({ ref, timeline }: Pick<Ticket, "ref" | "timeline">): Estimate[] | undefined {
  const sent = timeline.some(({ type, ticket }) => type === "estimated" && !ticket);
  return useQuery({ ...estimatesQuery(ref), enabled: sent }).data?.items;
}

// Others write time down meanwhile, and no event tells of it.
const staleTime = 15_000;

/** What such lines would cost if they were sent now; the answer before stays while another is asked for. */
export function useEstimatePrice(ref: string, lines: EstimateLine[]) {
  return api.useQuery(
    "post",
    "/api/v1/tickets/{ref}/estimates/price",
    { params: { path: { ref } }, body: { lines, plan: "" } },
    { staleTime, placeholderData: keepPreviousData },
  );
}
