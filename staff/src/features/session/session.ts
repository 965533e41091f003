import { type QueryClient, queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { desk, rememberCsrfToken } from "@/client/api";
import type { Session } from "@/client/types";

/** Who is signed in; null when nobody is. Everything but being signed out is an error. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<Session | null> => {
    const { data, error, response } = await desk.GET("/api/v1/session");
    if (response.status === 401) return null;
    if (!data) throw error;
    rememberCsrfToken(data.csrf_token);
    return data;
  },
});

export function keepSession(queries: QueryClient, session: Session | null) {
  rememberCsrfToken(session?.csrf_token);
  queries.setQueryData(sessionQuery.queryKey, session);
}

/** The session inside the rooms, where there is one. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error("a room is shown without a session");
  return data;
}
