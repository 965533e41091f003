export const views = [
  "active",
  "new",
  "mine",
  "unassigned",
  "open",
  "waiting",
  "resolved",
  "spam",
  "all",
] as const;
export type View = (typeof views)[number];

/** Where somebody stands in the queue; it lives in the address, so that it can be kept and sent. */
export type QueueSearch = {
  view?: View;
  /** A person's id, or `none`. */
  assignee?: string;
  client?: number;
  q?: string;
};

type State = "active" | "new" | "open" | "waiting" | "resolved" | "spam" | "all";
type QueueQuery = { state: State; assignee?: string; client?: number; q?: string; limit: number };

/** A view is a state and, for some, whose. */
const viewQueries: Record<View, { state: State; assignee?: string }> = {
  active: { state: "active" },
  new: { state: "new" },
  mine: { state: "active", assignee: "me" },
  unassigned: { state: "active", assignee: "none" },
  open: { state: "open" },
  waiting: { state: "waiting" },
  resolved: { state: "resolved" },
  spam: { state: "spam" },
  all: { state: "all" },
};

const pageSize = 50;

/** Whether the view already says whose tickets it shows. */
export const viewNamesAssignee = (view: View) => viewQueries[view].assignee !== undefined;

const byDue: ReadonlySet<View> = new Set(["active", "new", "mine", "unassigned", "open"]);

/** Whether the desk orders a view by what is due next; the others come newest first. */
export const orderedByDue = (view: View) => byDue.has(view);

export function queueQuery({ view = "active", assignee, client, q }: QueueSearch): QueueQuery {
  const query: QueueQuery = { ...viewQueries[view], limit: pageSize };
  if (!viewNamesAssignee(view) && assignee) query.assignee = assignee;
  if (client !== undefined) query.client = client;
  if (q) query.q = q;
  return query;
}

/** What an address may say; everything else is dropped. */
export function readSearch(raw: Record<string, unknown>): QueueSearch {
  const search: QueueSearch = {};
  const view = views.find((known) => known === raw.view);
  if (view && view !== "active") search.view = view;
  if (
    typeof raw.assignee === "number" ||
    (typeof raw.assignee === "string" && /^(none|\d+)$/.test(raw.assignee))
  ) {
    search.assignee = String(raw.assignee);
  }
  const client = Number(raw.client);
  if (raw.client !== undefined && Number.isSafeInteger(client) && client > 0) search.client = client;
  if (typeof raw.q === "string" || typeof raw.q === "number") {
    const q = String(raw.q).trim().slice(0, 200);
    if (q) search.q = q;
  }
  return search;
}

export function filtered({ assignee, client, q }: QueueSearch): boolean {
  return assignee !== undefined || client !== undefined || q !== undefined;
}
