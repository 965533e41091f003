import type { QueueSearch } from "./search";
import { readSearch } from "./search";

const key = "punctual.queue";

/** The queue one came from, so that a ticket knows its neighbours and Escape leads back. */
export function rememberQueue(search: QueueSearch) {
  sessionStorage.setItem(key, JSON.stringify(search));
}

export function lastQueue(): QueueSearch {
  try {
    return readSearch(JSON.parse(sessionStorage.getItem(key) ?? "{}") as Record<string, unknown>);
  } catch {
    return {};
  }
}

const ticketKey = "punctual.ticket";

export function rememberTicket(ref: string) {
  sessionStorage.setItem(ticketKey, ref);
}

/** The ticket one was in last, where the hand comes back to. */
export function lastTicket(): string | null {
  return sessionStorage.getItem(ticketKey);
}
