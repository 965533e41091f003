import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { deskStatusQuery } from "@/features/desk/deskStatus";
import { sessionQuery } from "@/features/session/session";
import { rootRoute } from "./root";

/** What every room stands in: somebody is signed in, and the desk's name and zone are known. */
export const roomsRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "rooms",
  component: lazyRouteComponent(() => import("./shell/Shell"), "Shell"),
  beforeLoad: async ({ context: { queries }, location }) => {
    const [session] = await Promise.all([
      queries.ensureQueryData(sessionQuery),
      queries.ensureQueryData(deskStatusQuery),
    ]);
    if (!session) {
      const back = location.href === "/" ? undefined : location.href;
      throw redirect({ to: "/sign-in", search: { back }, replace: true });
    }
  },
});
