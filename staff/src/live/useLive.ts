import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { TicketChanged } from "@/client/types";
import { type LiveState, openStream } from "./stream";
import { invalidateChanged, invalidateEverything } from "./ticketCache";

const gatherMs = 250;

/** Keeps what is shown as fresh as the desk, and says whether that works. */
export function useLive(): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  useEffect(() => {
    // Ten changes within a blink are one refresh of the queue.
    const gathered = new Map<string, TicketChanged>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      invalidateChanged(queries, [...gathered.values()]);
      gathered.clear();
    };
    const close = openStream({
      state: setState,
      gap: () => invalidateEverything(queries),
      changed: (change) => {
        gathered.set(`${change.ref} ${change.type}`, change);
        timer ??= setTimeout(flush, gatherMs);
      },
    });
    return () => {
      clearTimeout(timer);
      close();
    };
  }, [queries]);
  return state;
}
