import { api } from "@/client/api";
import type { Client, Person, Pod } from "@/client/types";

const staleTime = 5 * 60_000;

export function usePeople(): Person[] {
  return api.useQuery("get", "/api/v1/people", {}, { staleTime }).data?.items ?? [];
}

export function usePods(): Pod[] {
  return api.useQuery("get", "/api/v1/pods", {}, { staleTime }).data?.items ?? [];
}

export function useClients(): Client[] {
  return api.useQuery("get", "/api/v1/clients", {}, { staleTime }).data?.items ?? [];
}
