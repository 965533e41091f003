import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";

export const backupsRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/backups",
  component: lazyRouteComponent(() => import("./BackupsPage"), "BackupsPage"),
});
