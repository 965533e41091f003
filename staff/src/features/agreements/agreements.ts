import { keepPreviousData } from "@tanstack/react-query";
import { api } from "@/client/api";

/** What goes by the time that was written down. */
export const statedOrBalanced = [
  "/api/v1/agreements",
  "/api/v1/clients/{client}/agreement",
  "/api/v1/clients/{client}/balance",
  "/api/v1/clients/{client}/agreement/simulation",
  "/api/v1/statements",
  "/api/v1/clients/{client}/statements/{month}",
  "/api/v1/clients/{client}/statements/{month}/corrections",
];

// Others write time down meanwhile, and no event tells of it.
const staleTime = 15_000;

export function useAgreements(enabled: boolean) {
  return api.useQuery("get", "/api/v1/agreements", {}, { enabled, staleTime });
}

export function useAgreement(client: number, enabled: boolean) {
  return api.useQuery(
    "get",
    "/api/v1/clients/{client}/agreement",
    { params: { path: { client } } },
    { enabled, staleTime },
  );
}

/** As it is written down in the desk's file, to be edited. */
export function useWrittenAgreement(client: number, enabled: boolean) {
  return api.useQuery(
    "get",
    "/api/v1/clients/{client}/agreement/written",
    { params: { path: { client } } },
    // Whoever edits begins with what is written down now.
    { enabled, staleTime: 0, gcTime: 0 },
  );
}

/** The terms of today and what is left of the allowance; everybody may read it. */
export function useBalance(client: number) {
  return api.useQuery(
    "get",
    "/api/v1/clients/{client}/balance",
    { params: { path: { client } } },
    { staleTime },
  );
}

export type Imagined = { minutes: number; tier: number; kind?: string; outside_hours?: boolean };

/** What so much more work today would be; the answer before stays while another is asked for. */
export function useSimulation(client: number, imagined: Imagined | null) {
  return api.useQuery(
    "get",
    "/api/v1/clients/{client}/agreement/simulation",
    { params: { path: { client }, query: imagined ?? { minutes: 1 } } },
    { enabled: imagined !== null, staleTime, placeholderData: keepPreviousData },
  );
}
