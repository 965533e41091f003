import { useRef, useSyncExternalStore } from "react";
import { serverNow } from "./serverClock";

// One timer for every countdown on the page; it sleeps while nobody looks.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tick() {
  for (const listener of listeners) listener();
  schedule();
}

function schedule() {
  clearTimeout(timer);
  if (listeners.size > 0 && !document.hidden) timer = setTimeout(tick, 1000 - (serverNow() % 1000));
}

if (typeof document !== "undefined") {
  document.addEventListener("visibilitychange", () => !document.hidden && tick());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  if (listeners.size === 1) schedule();
  return () => {
    listeners.delete(listener);
  };
}

/** What `compute` makes of the desk's clock, once a second; renders only when that is another value. */
export function useTicking<T extends string | number>(compute: (now: number) => T): T {
  const compute_ = useRef(compute);
  compute_.current = compute;
  return useSyncExternalStore(subscribe, () => compute_.current(serverNow()));
}

const minuteMs = 60_000;

/** The desk's clock to the minute, for words such as "4 m ago". */
export function useMinute(): number {
  return useTicking((now) => Math.floor(now / minuteMs) * minuteMs);
}
