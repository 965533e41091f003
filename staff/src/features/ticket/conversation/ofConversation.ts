import type { TimelineEntry } from "@/client/types";

/** Hours that changed and moved nothing are of the journal alone. */
export const ofConversation = ({ type, moved }: Pick<TimelineEntry, "type" | "moved">) =>
  type !== "rejudged" || (moved ?? []).length > 0;
