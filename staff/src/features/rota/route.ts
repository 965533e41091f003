import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";
import { readRotaSearch } from "./search";

export const rotaRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/rota",
  validateSearch: readRotaSearch,
  component: lazyRouteComponent(() => import("./RotaPage"), "RotaPage"),
});
