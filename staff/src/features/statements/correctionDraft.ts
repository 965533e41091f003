import type { NewCorrection } from "@/client/types";
import type { Fields } from "@/features/rota/forms/fields";
import { readDuration } from "@/time/duration";

/** One line as it is typed. */
export type LineDraft = { id: number; ref: string; text: string; time: string; amount: string };
export type CorrectionDraft = { reason: string; lines: LineDraft[] };

export const emptyLine = (id: number): LineDraft => ({ id, ref: "", text: "", time: "", amount: "" });

const minutesOf = (time: string) => (time.trim() === "" ? 0 : readDuration(time));

/** What can be seen to be wrong before it is sent. */
export function correctionErrors({ reason, lines }: CorrectionDraft): Fields {
  const wrong: Fields = {};
  if (reason.trim() === "") wrong.reason = "Say what was wrong; the client reads it.";
  lines.forEach(({ text, time }, place) => {
    if (text.trim() === "") wrong[`lines[${place}].text`] = "Say what it is for; the client reads it.";
    if (minutesOf(time) === null)
      wrong[`lines[${place}].minutes`] = "This is no length of time; write it like 1h30 or 45.";
  });
  return wrong;
}

export function correctionOf({ reason, lines }: CorrectionDraft): NewCorrection {
  return {
    reason: reason.trim(),
    lines: lines.map(({ ref, text, time, amount }) => ({
      ...(ref.trim() === "" ? {} : { ref: ref.trim().toUpperCase() }),
      text: text.trim(),
      minutes: minutesOf(time) ?? 0,
      ...(amount.trim() === "" ? {} : { amount: amount.trim() }),
    })),
  };
}
