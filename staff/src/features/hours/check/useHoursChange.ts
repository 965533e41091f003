import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { desk } from "@/client/api";
import { type Refusal, refusalOf } from "@/client/refusal";
import type { Hours, HoursPreview } from "@/client/types";
import { hoursQuery, keepHours, versionsQuery } from "../businessHours";
import { written } from "../draft/edits";

const stale = 412;

/** Asks what a draft would do, and makes it the hours in force. */
export function useHoursChange() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState<"checking" | "saving" | null>(null);
  const [preview, setPreview] = useState<HoursPreview | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  /** Null where the desk took it; otherwise why it did not. */
  async function attempt(what: "checking" | "saving", send: () => Promise<void>): Promise<Refusal | null> {
    setBusy(what);
    setRefusal(null);
    try {
      await send();
      return null;
    } catch (thrown) {
      const refused = refusalOf(thrown);
      setRefusal(refused);
      return refused;
    } finally {
      setBusy(null);
    }
  }

  const check = (hours: Hours) =>
    attempt("checking", async () => {
      const body = { hours: written(hours) };
      const { data, error } = await desk.POST("/api/v1/business-hours/preview", { body });
      if (!data) throw error;
      setPreview(data);
    });

  const make = async (hours: Hours, version: number, confirmed: boolean): Promise<Refusal | null> => {
    const refused = await attempt("saving", async () => {
      const body = { hours: written(hours), ...(confirmed ? { confirmed } : {}) };
      const params = { header: { "If-Match": `"${version}"` } };
      const { data, error } = await desk.PUT("/api/v1/business-hours", { params, body });
      if (!data) throw error;
      keepHours(queries, data);
    });
    if (refused?.status === stale) {
      for (const { queryKey } of [hoursQuery, versionsQuery]) void queries.invalidateQueries({ queryKey });
    }
    // Who was quicker, and what is wrong with a field, is said where one edits.
    const saidThere = refused === null || refused.status === stale || Object.keys(refused.fields).length > 0;
    if (saidThere) setPreview(null);
    return refused;
  };

  return {
    busy,
    preview,
    refusal,
    check,
    make,
    /** Back to the draft, whatever was said of it. */
    close: () => {
      setPreview(null);
      setRefusal(null);
    },
  };
}
