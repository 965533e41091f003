import { FileCheck, FilePen, Hourglass, type LucideIcon } from "lucide-react";
import type { StatementItem } from "@/client/types";
import styles from "./Statements.module.css";

const states: Record<StatementItem["state"], { words: string; icon: LucideIcon }> = {
  running: { words: "Running, the month is not over", icon: Hourglass },
  draft: { words: "Draft", icon: FilePen },
  issued: { words: "Issued", icon: FileCheck },
};

/** How far a statement is; an issued one by its number. */
export function StateMark({ state, number }: Pick<StatementItem, "state" | "number">) {
  const { words, icon: Icon } = states[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={14} aria-hidden="true" />
      {words}
      {number && <span className={styles.number}>{number}</span>}
    </span>
  );
}
