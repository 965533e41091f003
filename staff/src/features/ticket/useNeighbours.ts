import { useState } from "react";
import { lastQueue } from "@/features/queue/lastQueue";
import { useQueue } from "@/features/queue/useQueue";

export type Neighbours = { previous?: string; next?: string; place: string };

/** The tickets before and after this one in the queue one came from. */
export function useNeighbours(ref: string): Neighbours {
  const [search] = useState(lastQueue);
  const { items, hasNextPage } = useQueue(search);
  const at = items.findIndex(({ ticket }) => ticket.ref === ref);
  if (at < 0) return { place: "", next: items[0]?.ticket.ref };
  return {
    previous: items[at - 1]?.ticket.ref,
    next: items[at + 1]?.ticket.ref,
    place: `${at + 1} of ${items.length}${hasNextPage ? "+" : ""}`,
  };
}
