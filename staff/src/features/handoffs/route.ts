import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";

export const handOffsRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/hand-offs",
  component: lazyRouteComponent(() => import("./HandOffsPage"), "HandOffsPage"),
});
