import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";

export type MailSearch = { id?: number };

export const mailRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/mail",
  validateSearch: ({ id }: Record<string, unknown>): MailSearch =>
    typeof id === "number" && id > 0 ? { id } : {},
  component: lazyRouteComponent(() => import("./MailPage"), "MailPage"),
});
