import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";

export const accountRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/account",
  component: lazyRouteComponent(() => import("./AccountPage"), "AccountPage"),
});
