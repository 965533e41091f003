import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";

export const intakeRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/new",
  component: lazyRouteComponent(() => import("./IntakePage"), "IntakePage"),
});
