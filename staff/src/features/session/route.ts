import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/root";
import { deskStatusQuery } from "@/features/desk/deskStatus";

export type SignInSearch = {
  /** Where to go afterwards: a place of this app, never another site. */
  back?: string;
  /** The session ended while somebody worked. */
  ended?: boolean;
};

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    back: typeof search.back === "string" && /^\/(?![/\\])/.test(search.back) ? search.back : undefined,
    ended: search.ended === true || undefined,
  }),
  beforeLoad: ({ context: { queries } }) => void queries.prefetchQuery(deskStatusQuery),
  component: lazyRouteComponent(() => import("./SignInPage"), "SignInPage"),
});
