import { useState } from "react";
import { desk } from "@/client/api";
import { type Refusal, refusalOf } from "@/client/refusal";
import type { HolidayEntries } from "@/client/types";

const mostLetters = 400_000;

const tooLong: Refusal = {
  status: 413,
  title: "The file is too long",
  detail: "A list of holidays is a few kilobytes long; is this a whole calendar?",
  fields: {},
};

/** What the desk says of the file is a whole sentence; there are no fields to look at. */
function inOneSentence(refusal: Refusal): Refusal {
  const [sentence] = Object.values(refusal.fields);
  return sentence ? { status: refusal.status, title: sentence, fields: {} } : refusal;
}

/** Has the desk read an iCalendar file; nothing is stored. */
export function useHolidayFile() {
  const [entries, setEntries] = useState<HolidayEntries | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  async function read(file: File) {
    setBusy(true);
    setEntries(null);
    setRefusal(null);
    try {
      const content = await file.text();
      if (content.length > mostLetters) return setRefusal(tooLong);
      const body = { name: file.name.slice(0, 200), content };
      const { data, error } = await desk.POST("/api/v1/holiday-files", { body });
      if (!data) throw error;
      setEntries(data);
    } catch (thrown) {
      setRefusal(inOneSentence(refusalOf(thrown)));
    } finally {
      setBusy(false);
    }
  }

  const close = () => {
    setEntries(null);
    setRefusal(null);
  };
  return { entries, refusal, busy, read, close };
}
