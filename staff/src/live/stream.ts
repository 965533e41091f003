import type { TicketChanged } from "@/client/types";

export type LiveState = "live" | "connecting" | "broken";

type Listeners = {
  changed: (change: TicketChanged) => void;
  state: (state: LiveState) => void;
  /** Connected without a cursor: what changed since the page asked, or since the last connection, is unknown. */
  gap: () => void;
};

const firstRetryMs = 2_000;
const lastRetryMs = 30_000;

/**
 * The desk's event stream. The browser reconnects by itself with its last cursor; only where it gives up
 * (an answer that is no stream: the desk restarting, the session gone) do we, more and more slowly.
 */
export function openStream(listeners: Listeners): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;
  let cursor = "";

  function connect() {
    listeners.state("connecting");
    source = new EventSource(`/api/v1/events${cursor && `?cursor=${encodeURIComponent(cursor)}`}`);
    source.onopen = () => {
      retryMs = firstRetryMs;
      listeners.state("live");
      if (!cursor) listeners.gap();
    };
    source.addEventListener("ticket", (event: MessageEvent<string>) => {
      cursor = event.lastEventId || cursor;
      listeners.changed(JSON.parse(event.data) as TicketChanged);
    });
    source.onerror = () => {
      listeners.state("broken");
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, retryMs);
      retryMs = Math.min(lastRetryMs, retryMs * 2);
    };
  }

  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
