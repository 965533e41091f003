import { useEffect, useRef, useState } from "react";
import { type Draft, isEmpty, readDraft } from "./draft";

const settleMs = 300;

/** The draft of one person on one ticket, kept in the browser until it is sent. */
export function useDraft(person: number, ref: string) {
  const key = `punctual.draft.${person}.${ref}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft(localStorage.getItem(key)));
  const latest = useRef(draft);
  latest.current = draft;

  useEffect(() => {
    const timer = setTimeout(() => keep(key, draft), settleMs);
    return () => clearTimeout(timer);
  }, [key, draft]);
  // What was typed in the last blink before leaving counts too.
  useEffect(() => {
    const now = () => keep(key, latest.current);
    window.addEventListener("pagehide", now);
    return () => {
      window.removeEventListener("pagehide", now);
      now();
    };
  }, [key]);

  return [draft, setDraft] as const;
}

function keep(key: string, draft: Draft) {
  if (isEmpty(draft)) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(draft));
}
