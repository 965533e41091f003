import { Archive, CalendarClock, type LucideIcon, Mails, Users } from "lucide-react";
import type { Session } from "@/client/types";

type Room = {
  to: "/hours" | "/people" | "/mail" | "/backups";
  words: string;
  icon: LucideIcon;
  open: (session: Session) => boolean;
};

/** The rooms beside the queue, and who finds their doors. The desk decides who may enter. */
export const otherRooms: Room[] = [
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
