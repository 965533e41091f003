import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDot,
  GitMerge,
  type LucideIcon,
  PauseCircle,
} from "lucide-react";
import type { Status } from "@/client/types";
import styles from "./StatusMark.module.css";

const statuses: Record<Status, { words: string; icon: LucideIcon }> = {
  new: { words: "New", icon: CircleDashed },
  open: { words: "Open", icon: CircleDot },
  waiting: { words: "Waiting on client", icon: PauseCircle },
  resolved: { words: "Resolved", icon: CircleCheck },
  spam: { words: "Spam", icon: Ban },
  merged: { words: "Merged", icon: GitMerge },
};

export function StatusMark({ status, iconOnly = false }: { status: Status; iconOnly?: boolean }) {
  const { words, icon: Icon } = statuses[status];
  return (
    <span className={styles.mark} data-status={status} title={iconOnly ? words : undefined}>
      <Icon size={15} strokeWidth={2} aria-hidden="true" />
      <span className={iconOnly ? "visually-hidden" : undefined}>{words}</span>
    </span>
  );
}
