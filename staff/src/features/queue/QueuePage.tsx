import { useDebouncedValue, useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Failure } from "@/ui/Failure";
import { useKeys } from "@/ui/keys/useKeys";
import { EmptyQueue } from "./EmptyQueue";
import { lastTicket, rememberQueue } from "./lastQueue";
import { moveFocus } from "./moveFocus";
import { QueueBar } from "./QueueBar";
import { QueueList } from "./QueueList";
import styles from "./QueuePage.module.css";
import { QueueSkeleton } from "./QueueSkeleton";
import { viewNames } from "./QueueViews";
import { queueRoute } from "./route";
import { orderedByDue } from "./search";
import { useQueue } from "./useQueue";

const TicketPreview = lazy(() => import("@/features/ticket/TicketPreview"));

export function QueuePage() {
  const search = queueRoute.useSearch();
  const navigate = useNavigate();
  const queue = useQueue(search);
  const list = useRef<HTMLDivElement>(null);
  const find = useRef<HTMLInputElement>(null);
  const wide = useMediaQuery("(min-width: 1280px)", undefined, { getInitialValueInEffect: false });
  const [preview, setPreview] = useLocalStorage({ key: "punctual.preview", defaultValue: true });
  const [selected, setSelected] = useState<string | null>(lastTicket);
  const [settled] = useDebouncedValue(selected, 120);

  useEffect(() => rememberQueue(search), [search]);
  useEffect(() => {
    document.title = `${viewNames[search.view ?? "active"]} · Queue`;
  }, [search.view]);

  useKeys({
    down: () => moveFocus(list.current, 1, selected),
    up: () => moveFocus(list.current, -1, selected),
    preview: () => wide && setPreview((shown) => !shown),
    search: () => find.current?.focus(),
  });

  // Enter can come before the answer to what was typed: then the first hit opens once it is here.
  const [wanted, setWanted] = useState<string | null>(null);
  const answered = queue.isSuccess && !queue.isPlaceholderData && wanted === search.q;
  const hit = queue.items[0]?.ticket.ref;
  useEffect(() => {
    if (!answered) return;
    setWanted(null);
    if (hit) void navigate({ to: "/tickets/$ref", params: { ref: hit } });
  }, [answered, hit, navigate]);

  // Coming back from a ticket the hand is where it was; and it stays there when the order changes beneath it.
  const order = queue.items.map(({ ticket }) => ticket.ref).join();
  useEffect(() => {
    const ref = selected ?? lastTicket();
    if (!order || !ref || document.activeElement !== document.body) return;
    list.current
      ?.querySelector<HTMLElement>(`[data-row="${CSS.escape(ref)}"]`)
      ?.focus({ preventScroll: true });
  }, [order, selected]);

  const shown = queue.items.find(({ ticket }) => ticket.ref === settled) ?? queue.items[0];
  return (
    <div className={styles.page}>
      <section className={styles.queue} aria-label="Queue">
        <QueueBar
          search={search}
          find={find}
          want={setWanted}
          enterList={() => moveFocus(list.current, 1, null)}
          preview={preview}
          setPreview={wide ? setPreview : undefined}
        />
        <div className={styles.list} ref={list} aria-busy={queue.isPlaceholderData || undefined}>
          {queue.isPending && <QueueSkeleton />}
          {queue.isError && queue.items.length === 0 && (
            <Failure error={queue.error} retry={() => void queue.refetch()} />
          )}
          {queue.isSuccess && queue.items.length === 0 && <EmptyQueue search={search} />}
          {queue.items.length > 0 && (
            <QueueList
              items={queue.items}
              headings={orderedByDue(search.view ?? "active")}
              selected={preview && wide ? (shown?.ticket.ref ?? null) : null}
              select={setSelected}
              more={queue.hasNextPage ? () => void queue.fetchNextPage() : undefined}
              loadingMore={queue.isFetchingNextPage}
            />
          )}
        </div>
      </section>
      {wide && preview && shown && (
        <aside className={styles.preview} aria-label="Preview">
          <Suspense>
            <TicketPreview key={shown.ticket.ref} ticketRef={shown.ticket.ref} />
          </Suspense>
        </aside>
      )}
    </div>
  );
}
