import { useState } from "react";
import { desk } from "@/client/api";
import { openingsChanged, type Refusal, refusalOf } from "@/client/refusal";
import type { RotaEdit, RotaEdited, RotaLook, SwapEdit } from "@/client/types";
import { useRotaChanged } from "../rota";
import { withAnswer } from "./covering";

export type Looked = { edit: RotaEdit; look: RotaLook };
export type Gate = ReturnType<typeof useGate>;

async function lookedAt(edit: RotaEdit): Promise<RotaLook> {
  const { data, error } = await desk.POST("/api/v1/rota/looks", { body: { edit } });
  if (!data) throw error;
  return data;
}

async function carriedOut({ edit, look }: Looked): Promise<RotaEdited> {
  const { data, error } = await desk.POST("/api/v1/rota/edits", { body: { edit, seen: look.seen } });
  if (!data) throw error;
  return data;
}

/** A change of the rota is looked at before it is made, and made in the knowledge of exactly what was shown. */
export function useGate() {
  const changed = useRotaChanged();
  const [busy, setBusy] = useState<"looking" | "doing" | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [news, setNews] = useState(false);

  async function attempt(what: "looking" | "doing", send: () => Promise<unknown>): Promise<boolean> {
    setBusy(what);
    setRefusal(null);
    setNews(false);
    try {
      await send();
      return true;
    } catch (thrown) {
      setRefusal(refusalOf(thrown));
      return false;
    } finally {
      setBusy(null);
    }
  }

  const look = (edit: RotaEdit) =>
    attempt("looking", async () => setLooked({ edit, look: await lookedAt(edit) }));

  return {
    busy,
    looked,
    refusal,
    /** It opened other gaps than were shown, which are shown now. */
    news,
    look,
    /** True once it is done; `said` is what is said with a grant. */
    carryOut: (said = "") =>
      attempt("doing", async () => {
        if (!looked) return;
        try {
          await carriedOut({ ...looked, edit: withAnswer(looked.edit, said) });
        } catch (thrown) {
          if (!openingsChanged(refusalOf(thrown))) throw thrown;
          setLooked({ edit: looked.edit, look: await lookedAt(looked.edit) });
          setNews(true);
          throw thrown;
        }
        changed();
      }),
    /** Makes a swap by itself, at once, and looks again at what is left. */
    agree: (swap: SwapEdit) =>
      attempt("doing", async () => {
        const edit: RotaEdit = { agree_swap: swap };
        await carriedOut({ edit, look: await lookedAt(edit) });
        changed();
        if (looked) setLooked({ edit: looked.edit, look: await lookedAt(looked.edit) });
      }),
    back: () => {
      setLooked(null);
      setRefusal(null);
      setNews(false);
    },
  };
}
