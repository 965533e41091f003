import { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { refusalOf } from "@/client/refusal";
import { accountRoute } from "@/features/account/route";
import { agreementRoute, agreementsRoute, editAgreementRoute } from "@/features/agreements/route";
import { backupsRoute } from "@/features/backups/route";
import { handOffsRoute } from "@/features/handoffs/route";
import { hoursRoute } from "@/features/hours/route";
import { intakeRoute } from "@/features/intake/route";
import { mailRoute } from "@/features/mail/route";
import { myWeekRoute } from "@/features/myweek/route";
import { peopleRoute } from "@/features/people/route";
import { queueRoute } from "@/features/queue/route";
import { rotaRoute } from "@/features/rota/route";
import { signInRoute } from "@/features/session/route";
import { statementRoute, statementsRoute } from "@/features/statements/route";
import { ticketRoute } from "@/features/ticket/route";
import { timeRoute } from "@/features/timelog/route";
import { timeOffRoute } from "@/features/timeoff/route";
import { Lost } from "./Lost";
import { PageFailure } from "./PageFailure";
import { roomsRoute } from "./rooms";
import { rootRoute } from "./root";

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The event stream says when something changed; asking on every look would only flicker.
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && [0, 502, 503, 504].includes(refusalOf(error).status),
    },
  },
});

// A new room is its folder under features/ and one line here.
const routes = rootRoute.addChildren([
  signInRoute,
  roomsRoute.addChildren([
    queueRoute,
    ticketRoute,
    intakeRoute,
    myWeekRoute,
    handOffsRoute,
    rotaRoute,
    timeOffRoute,
    timeRoute,
    agreementsRoute,
    agreementRoute,
    editAgreementRoute,
    statementsRoute,
    statementRoute,
    hoursRoute,
    mailRoute,
    backupsRoute,
    peopleRoute,
    accountRoute,
  ]),
]);

export const router = createRouter({
  routeTree: routes,
  basepath: "/staff",
  context: { queries },
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  defaultNotFoundComponent: Lost,
  defaultErrorComponent: PageFailure,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
