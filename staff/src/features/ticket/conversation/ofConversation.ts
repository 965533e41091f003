import type { TimelineEntry } from "@/client/types";

/** Hours that changed and moved nothing are of the journal alone. */
export const ofConversation = ({ type, moved }: Pick<TimelineEntry, "type" | "moved">) =>
  type !== "rejudged" || (moved ?? []).length > 0;

const messages = new Set<TimelineEntry["type"]>([
  "submitted",
  "replied",
  "client_replied",
  "noted",
  "resolved",
]);

/** Words somebody wrote to somebody, and no more than that happened. */
export const isMessage = ({ type, body, body_html }: TimelineEntry) =>
  messages.has(type) && Boolean(body_html ?? body);
