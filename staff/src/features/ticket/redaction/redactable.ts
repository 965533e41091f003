import type { TimelineEntry } from "@/client/types";

/** What an entry is called where its words are redacted. */
export const redactable = (entry: Pick<TimelineEntry, "type"> | null) =>
  entry?.type === "estimated" ? "estimate" : "message";
