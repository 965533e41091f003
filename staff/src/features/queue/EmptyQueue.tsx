import { Inbox, SearchX } from "lucide-react";
import { EmptyState } from "@/ui/EmptyState";
import { LinkButton } from "@/ui/LinkButton";
import { filtered, type QueueSearch, type View } from "./search";

const emptyViews: Record<View, { title: string; words: string }> = {
  active: {
    title: "Nothing is waiting",
    words: "Every ticket is resolved. A new request appears here by itself.",
  },
  new: {
    title: "Nothing new",
    words: "Every request has been triaged. The next one appears here by itself.",
  },
  mine: {
    title: "Nothing is yours",
    words: "Take something from the unassigned tickets, or enjoy the quiet.",
  },
  unassigned: { title: "Everything has somebody", words: "No active ticket is without an assignee." },
  open: { title: "Nothing is open", words: "Tickets come here once they are triaged." },
  waiting: { title: "No client owes an answer", words: "Tickets that wait on their client stand here." },
  resolved: { title: "Nothing resolved yet", words: "Tickets come here when they are resolved." },
  spam: { title: "No spam", words: "What is marked as spam ends here." },
  all: {
    title: "No tickets yet",
    words: "Write one down for a client on the phone, or wait for the first request.",
  },
};

export function EmptyQueue({ search }: { search: QueueSearch }) {
  const view = search.view ?? "active";
  if (filtered(search)) {
    return (
      <EmptyState
        icon={SearchX}
        title={search.q ? `Nothing found for “${search.q}”` : "No ticket passes these filters"}
        action={
          <>
            <LinkButton to="/" search={{ view: search.view }} variant="default">
              Clear the filters
            </LinkButton>
            {view !== "all" && (
              <LinkButton to="/" search={{ ...search, view: "all" }} variant="default">
                Look in all tickets
              </LinkButton>
            )}
          </>
        }
      >
        {view === "all"
          ? "Try a reference, a mail address or part of a client's name."
          : "Only this view was searched; resolved tickets stand in another."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Inbox}
      title={emptyViews[view].title}
      action={
        <LinkButton to="/new" variant="default">
          New ticket
        </LinkButton>
      }
    >
      {emptyViews[view].words}
    </EmptyState>
  );
}
