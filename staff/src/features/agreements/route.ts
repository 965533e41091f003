import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";

export const agreementsRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/agreements",
  component: lazyRouteComponent(() => import("./AgreementsPage"), "AgreementsPage"),
});

export const agreementRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/agreements/$client",
  component: lazyRouteComponent(() => import("./AgreementPage"), "AgreementPage"),
});

export const editAgreementRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/agreements/$client/edit",
  component: lazyRouteComponent(() => import("./edit/EditAgreementPage"), "EditAgreementPage"),
});
