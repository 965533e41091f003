import { keepPreviousData } from "@tanstack/react-query";
import { api } from "@/client/api";
import { useTimeChanged } from "@/features/timelog/timeLog";

const staleTime = 15_000;

export function useStatements(month: string, enabled: boolean) {
  return api.useQuery(
    "get",
    "/api/v1/statements",
    { params: { query: { month } } },
    { enabled, staleTime, placeholderData: keepPreviousData },
  );
}

export function useStatement(client: number, month: string, enabled: boolean) {
  return api.useQuery(
    "get",
    "/api/v1/clients/{client}/statements/{month}",
    { params: { path: { client, month } } },
    { enabled, staleTime },
  );
}

/** Freezes a month. Its time is locked with it. */
export function useIssue(done: (number: string) => void) {
  const changed = useTimeChanged();
  return api.useMutation("post", "/api/v1/clients/{client}/statements/{month}", {
    onSuccess: ({ number }) => {
      changed();
      done(number ?? "");
    },
  });
}

export function useCorrections(client: number, month: string) {
  return api.useQuery(
    "get",
    "/api/v1/clients/{client}/statements/{month}/corrections",
    { params: { path: { client, month } } },
    { staleTime },
  );
}

/** What was wrong is given back; the balance is another then. */
export function useCorrect(done: (number: string) => void) {
  const changed = useTimeChanged();
  return api.useMutation("post", "/api/v1/clients/{client}/statements/{month}/corrections", {
    onSuccess: ({ number }) => {
      changed();
      done(number);
    },
  });
}

/** The same as lines for a spreadsheet; the browser fetches it with the session it has. */
export const csvAddress = (client: number, month: string) =>
  `/api/v1/clients/${client}/statements/${month}/csv`;
