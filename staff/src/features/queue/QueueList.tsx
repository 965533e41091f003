import { Button } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { useEffect } from "react";
import { serverNow } from "@/time/serverClock";
import { useMinute } from "@/time/ticking";
import { useDeskZone } from "@/ui/deskZone";
import styles from "./QueueList.module.css";
import { QueueRow } from "./QueueRow";
import { type Section, sectionOf } from "./sections";
import type { QueueItem } from "./useQueue";

type Props = {
  items: QueueItem[];
  /** Headings make sense only where the order is by due time. */
  headings: boolean;
  selected: string | null;
  select: (ref: string) => void;
  more?: () => void;
  loadingMore: boolean;
};

export function QueueList({ items, headings, selected, select, more, loadingMore }: Props) {
  const zone = useDeskZone();
  useMinute();
  const groups = grouped(items, serverNow(), zone);
  const { ref: end, entry } = useIntersection({ rootMargin: "400px" });
  const reached = entry?.isIntersecting ?? false;

  // biome-ignore lint/correctness/useExhaustiveDependencies: again for each page, not for each new function
  useEffect(() => {
    if (reached && !loadingMore) more?.();
  }, [reached, loadingMore, items.length]);

  return (
    <>
      {groups.map(({ key, section, items: members }, index) => (
        <section key={key} className={styles.section} aria-label={headings ? section : undefined}>
          {headings && (groups.length > 1 || section === "Late") ? (
            <h2 className={styles.heading} data-late={section === "Late" || undefined}>
              {section}{" "}
              <span className={styles.count}>
                {members.length}
                {more && index === groups.length - 1 ? "+" : ""}
              </span>
            </h2>
          ) : null}
          <ul>
            {members.map(({ ticket, asOf }) => (
              <li key={ticket.ref}>
                <QueueRow ticket={ticket} asOf={asOf} selected={ticket.ref === selected} select={select} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {more && (
        <div className={styles.more} ref={end}>
          <Button variant="default" loading={loadingMore} onClick={more}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

function grouped(items: QueueItem[], now: number, zone: string) {
  const groups: { key: string; section: Section; items: QueueItem[] }[] = [];
  for (const item of items) {
    const section = sectionOf(item.ticket, Date.parse(item.asOf), now, zone);
    const last = groups.at(-1);
    if (last?.section === section) last.items.push(item);
    else
      groups.push({
        key: `${section} ${groups.filter((group) => group.section === section).length}`,
        section,
        items: [item],
      });
  }
  return groups;
}
