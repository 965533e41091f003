import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { roomsRoute } from "@/app/rooms";
import { ticketQuery } from "@/live/ticketCache";

export const ticketRoute = createRoute({
  getParentRoute: () => roomsRoute,
  path: "/tickets/$ref",
  loader: ({ context: { queries }, params: { ref } }) => void queries.prefetchQuery(ticketQuery(ref)),
  component: lazyRouteComponent(() => import("./TicketPage"), "TicketPage"),
});
