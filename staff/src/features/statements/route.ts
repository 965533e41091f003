import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";
import { readStatementSearch } from "./months";

export const statementsRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/statements",
  validateSearch: readStatementSearch,
  component: lazyRouteComponent(() => import("./StatementsPage"), "StatementsPage"),
});

export const statementRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/statements/$client/$month",
  component: lazyRouteComponent(() => import("./StatementPage"), "StatementPage"),
});
