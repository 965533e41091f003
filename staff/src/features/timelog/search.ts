import { isDate } from "@/time/dates";

/** Which week is shown, whose time and for whom; left out it is this week, one's own and all clients'. */
export type TimeSearch = { from?: string; person?: number | "all"; client?: number };

const idOf = (raw: unknown): number | undefined => {
  const id = Number(raw);
  return Number.isInteger(id) && id > 0 ? id : undefined;
};

export function readTimeSearch(raw: Record<string, unknown>): TimeSearch {
  return {
    from: typeof raw.from === "string" && isDate(raw.from) ? raw.from : undefined,
    person: raw.person === "all" ? "all" : idOf(raw.person),
    client: idOf(raw.client),
  };
}
