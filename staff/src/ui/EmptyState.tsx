import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

type Props = { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode; page?: boolean };

/** Nothing here, why, and what to do next. As a whole page its title is the page's. */
export function EmptyState({ icon: Icon, title, children, action, page = false }: Props) {
  const Title = page ? "h1" : "h2";
  return (
    <div className={styles.empty}>
      <Icon className={styles.icon} size={28} strokeWidth={1.5} aria-hidden="true" />
      <Title className={styles.title}>{title}</Title>
      {children && <p className={styles.words}>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
