import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";

export const peopleRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/people",
  component: lazyRouteComponent(() => import("./PeoplePage"), "PeoplePage"),
});
