import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";
import { readTimeSearch } from "./search";

export const timeRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/time",
  validateSearch: readTimeSearch,
  component: lazyRouteComponent(() => import("./TimePage"), "TimePage"),
});
