import { Link, useRouterState } from "@tanstack/react-router";
import {
  Archive,
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDot,
  Inbox,
  type LucideIcon,
  PauseCircle,
  UserRound,
  UserRoundX,
} from "lucide-react";
import { api } from "@/client/api";
import type { TicketCounts } from "@/client/types";
import styles from "./QueueViews.module.css";
import type { View } from "./search";

type Shown = { view: View; icon: LucideIcon; count?: (counts: TicketCounts) => number };

export const viewNames: Record<View, string> = {
  active: "Active",
  new: "New",
  mine: "Mine",
  unassigned: "Unassigned",
  open: "Open",
  waiting: "Waiting on client",
  resolved: "Resolved",
  spam: "Spam",
  all: "All",
};

const groups: Shown[][] = [
  [
    { view: "active", icon: Inbox, count: (of) => of.new + of.open + of.waiting },
    { view: "new", icon: CircleDashed, count: (of) => of.new },
    { view: "mine", icon: UserRound, count: (of) => of.mine },
    { view: "unassigned", icon: UserRoundX, count: (of) => of.unassigned },
  ],
  [
    { view: "open", icon: CircleDot, count: (of) => of.open },
    { view: "waiting", icon: PauseCircle, count: (of) => of.waiting },
    { view: "resolved", icon: CircleCheck, count: (of) => of.resolved },
    { view: "spam", icon: Ban, count: (of) => of.spam },
    { view: "all", icon: Archive },
  ],
];

export function useCounts(): TicketCounts | undefined {
  return api.useQuery("get", "/api/v1/ticket-counts").data;
}

export function QueueViews() {
  const counts = useCounts();
  const here = useRouterState({
    select: ({ location }) =>
      location.pathname === "/" ? ((location.search as { view?: View }).view ?? "active") : null,
  });
  return (
    <nav aria-label="Views of the queue" className={styles.views}>
      {groups.map((group) => (
        <ul key={group[0]?.view} className={styles.group}>
          {group.map(({ view, icon: Icon, count }) => (
            <li key={view}>
              <Link
                to="/"
                search={{ view: view === "active" ? undefined : view }}
                activeOptions={{ exact: true, explicitUndefined: true }}
                className={styles.view}
                data-here={here === view || undefined}
                aria-current={here === view ? "page" : undefined}
              >
                <Icon size={16} aria-hidden="true" />
                {viewNames[view]}
                <span className={styles.count}>{counts && count ? count(counts) : ""}</span>
              </Link>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
