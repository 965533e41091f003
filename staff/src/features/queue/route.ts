import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";
import { readSearch } from "./search";

export const queueRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/",
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import("./QueuePage"), "QueuePage"),
});
