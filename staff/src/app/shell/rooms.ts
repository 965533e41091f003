import {
  Archive,
  CalendarClock,
  CalendarDays,
  CalendarOff,
  CalendarRange,
  Handshake,
  type LucideIcon,
  Mails,
  ReceiptText,
  Scale,
  Timer,
  Users,
} from "lucide-react";
import type { Session } from "@/client/types";
import { useHandOffCount } from "@/features/handoffs/handOffs";
import { useWaiting } from "@/features/timeoff/useWaiting";

type Room = {
  to:
    | "/my-week"
    | "/hand-offs"
    | "/rota"
    | "/time-off"
    | "/time"
    | "/agreements"
    | "/statements"
    | "/hours"
    | "/people"
    | "/mail"
    | "/backups";
  words: string;
  icon: LucideIcon;
  open: (session: Session) => boolean;
  /** What waits there for whoever looks; 0 is not shown. */
  useCount?: () => number;
};

/** The rooms beside the queue, and who finds their doors. The desk decides who may enter. */
export const otherRooms: Room[] = [
  { to: "/my-week", words: "My week", icon: CalendarDays, open: () => true },
  { to: "/hand-offs", words: "Hand-offs", icon: Handshake, open: () => true, useCount: useHandOffCount },
  { to: "/rota", words: "Rota", icon: CalendarRange, open: () => true },
  { to: "/time-off", words: "Time off", icon: CalendarOff, open: () => true, useCount: useWaiting },
  { to: "/time", words: "Time", icon: Timer, open: () => true },
  {
    to: "/agreements",
    words: "Agreements",
    icon: Scale,
    open: ({ person }) => person.role !== "member",
  },
  {
    to: "/statements",
    words: "Statements",
    icon: ReceiptText,
    open: ({ person }) => person.role !== "member",
  },
  { to: "/hours", words: "Business hours", icon: CalendarClock, open: () => true },
  { to: "/people", words: "People", icon: Users, open: ({ person }) => person.role === "manager" },
  {
    to: "/mail",
    words: "Outgoing mail",
    icon: Mails,
    open: ({ person, mail_readable_here }) => person.role === "manager" && mail_readable_here,
  },
  { to: "/backups", words: "Backups", icon: Archive, open: ({ person }) => person.role === "manager" },
];
