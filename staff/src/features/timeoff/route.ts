import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";

export const timeOffRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/time-off",
  component: lazyRouteComponent(() => import("./TimeOffPage"), "TimeOffPage"),
});
