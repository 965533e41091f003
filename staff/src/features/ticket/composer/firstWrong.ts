import { type RefObject, useEffect } from "react";
import type { Refusal } from "@/client/refusal";

const focusWrong = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>("[aria-invalid=true], [data-error] input")?.focus();

/** Leads to the first field that something is wrong with, once that is drawn. */
export const focusFirstWrong = (form: HTMLFormElement | null) =>
  requestAnimationFrame(() => focusWrong(form));

/** The same for what the desk refuses: its answer is drawn whenever it comes. */
export function useFocusRefused(form: RefObject<HTMLFormElement | null>, refusal: Refusal | null) {
  useEffect(() => {
    if (refusal) focusWrong(form.current);
  }, [form, refusal]);
}
