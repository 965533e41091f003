import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";

export const myWeekRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/my-week",
  component: lazyRouteComponent(() => import("./MyWeekPage"), "MyWeekPage"),
});
