import {
  AlarmClock,
  ArrowRightLeft,
  Ban,
  CalendarClock,
  CircleAlert,
  CircleCheck,
  Dot,
  Eraser,
  type LucideIcon,
  Merge,
  PauseCircle,
  Play,
  ReceiptText,
  RotateCcw,
  Scale,
  Star,
  Unlink,
  Waypoints,
} from "lucide-react";
import type { ReactNode } from "react";
import type { TimelineEntry } from "@/client/types";
import { clockNames } from "@/ui/clockNames";
import { estimateInWords, warningInWords } from "@/ui/eventWords";
import { Moment } from "@/ui/Moment";
import { TicketLink } from "../relations/TicketLink";
import { ratingWords } from "../relations/words";
import styles from "./Conversation.module.css";
import { Rejudged } from "./Rejudged";

type Kind = {
  icon: LucideIcon;
  words: (entry: TimelineEntry, timeline: TimelineEntry[]) => ReactNode;
  tone?: "soon" | "late";
};

const kinds: Partial<Record<TimelineEntry["type"], Kind>> = {
  triaged: { icon: Scale, words: triagedInWords },
  handed_over: { icon: ArrowRightLeft, words: handedOverInWords },
  waiting: { icon: PauseCircle, words: ({ by }) => `${by.name} waits on the client` },
  resumed: { icon: Play, words: ({ by }) => `${by.name} resumed` },
  resolved: { icon: CircleCheck, words: ({ by }) => `${by.name} resolved it` },
  reopened: { icon: RotateCcw, words: ({ by }) => `${by.name} reopened it` },
  linked: { icon: Waypoints, words: (entry) => <LinkedWords entry={entry} /> },
  unlinked: { icon: Unlink, words: ({ by, other }) => `${by.name} took the link to ${other} back` },
  merged: {
    icon: Merge,
    words: ({ by, other }) => (
      <>
        {by.name} merged it into <TicketLink ticketRef={other} />
      </>
    ),
  },
  absorbed: {
    icon: Merge,
    words: ({ by, other }) => (
      <>
        {by.name} merged <TicketLink ticketRef={other} /> into this
      </>
    ),
  },
  rated: {
    icon: Star,
    words: ({ by, rating, body }) =>
      `${by.name} rated it: ${ratingWords[rating ?? "okay"]}${body ? `, “${body}”` : ""}`,
  },
  estimated: { icon: ReceiptText, words: estimateInWords },
  estimate_decided: { icon: ReceiptText, words: estimateInWords },
  estimate_withdrawn: { icon: ReceiptText, words: estimateInWords },
  redacted: { icon: Eraser, words: redactedInWords },
  marked_spam: { icon: Ban, words: ({ by }) => `${by.name} marked it as spam` },
  warned: {
    icon: AlarmClock,
    words: (entry) => warningInWords(entry.clock, entry.stage_percent),
    tone: "soon",
  },
  breached: {
    icon: CircleAlert,
    words: ({ clock }) => `${clock ? clockNames[clock] : "Promise"} missed`,
    tone: "late",
  },
  rejudged: { icon: CalendarClock, words: (entry) => <Rejudged entry={entry} /> },
};

function LinkedWords({ entry: { by, other, relation } }: { entry: TimelineEntry }) {
  if (relation === "follows")
    return (
      <>
        Follows from <TicketLink ticketRef={other} />, which was resolved for good
      </>
    );
  if (relation === "followed_by")
    return (
      <>
        {by.name} wrote again: it goes on in <TicketLink ticketRef={other} />
      </>
    );
  return (
    <>
      {by.name} linked <TicketLink ticketRef={other} />
    </>
  );
}

function triagedInWords({ by, tier, pod, assignee }: TimelineEntry): string {
  const parts = [
    tier && `tier ${tier}`,
    pod && `pod ${pod.name}`,
    assignee === null ? "nobody has it" : assignee && `given to ${assignee.name}`,
  ].filter(Boolean);
  return `${by.name} triaged: ${parts.join(", ")}`;
}

function handedOverInWords({ by, assignee, reason }: TimelineEntry): string {
  return `${by.name} handed it over to ${assignee?.name ?? "somebody"}${reason ? `: ${reason}` : ""}`;
}

function redactedInWords({ by, person, seqs, reason }: TimelineEntry, timeline: TimelineEntry[]): string {
  const what = timeline.find(({ seq, ticket }) => !ticket && seqs?.includes(seq));
  const words = person ? "a person" : what?.type === "estimated" ? "an estimate" : "a message";
  return `${by.name} redacted ${words}: ${reason}`;
}

/** Something that happened without words to anybody; `timeline` is what it happened in. */
export function EventLine({ entry, timeline }: { entry: TimelineEntry; timeline: TimelineEntry[] }) {
  const kind = kinds[entry.type];
  const Icon = kind?.icon ?? Dot;
  return (
    <div className={styles.event} data-tone={kind?.tone}>
      <Icon size={14} aria-hidden="true" />
      <span>
        {kind?.words(entry, timeline) ?? entry.type}
        {entry.due && (
          <>
            {", "}
            {entry.type === "breached" ? "was due " : "due "}
            <Moment at={entry.due} />
          </>
        )}
      </span>
      <Moment at={entry.at} relative />
    </div>
  );
}
