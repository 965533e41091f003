import type { Refusal } from "@/client/refusal";
import { capital } from "@/ui/eventWords";

export type Fields = Record<string, string>;

const wrappings = /^(edit\.[a-z_]+\.|swap\.|week\.)/;

/** What is wrong by the names the forms use: without the edit they stand in, "edit.agree_swap.on.date" as "on.date". */
export function editFields(refusal: Refusal | null): Fields {
  const fields: Fields = {};
  for (const [field, detail] of Object.entries(refusal?.fields ?? {})) {
    let name = field;
    while (wrappings.test(name)) name = name.replace(wrappings, "");
    fields[name] ??= capital(detail);
  }
  return fields;
}

/** What no field of the form would show; null where nothing is left to say. */
export function unplaced(refusal: Refusal | null, fields: Fields, places: string[]): Refusal | null {
  if (!refusal) return null;
  const placed = (field: string) =>
    places.some((place) => field === place || field.startsWith(`${place}.`) || field.startsWith(`${place}[`));
  const rest = Object.fromEntries(Object.entries(fields).filter(([field]) => !placed(field)));
  const all = Object.keys(fields).length > 0 && Object.keys(rest).length === 0;
  return all ? null : { ...refusal, fields: rest };
}
