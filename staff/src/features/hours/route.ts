import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";

export const hoursRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/hours",
  component: lazyRouteComponent(() => import("./HoursPage"), "HoursPage"),
});
