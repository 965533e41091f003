import { type RefObject, useEffect } from "react";

/** Leads to the end of what is written in the form's first text, each time somebody has asked to write. */
export function useFocusAtEnd(form: RefObject<HTMLFormElement | null>, asked: number) {
  // The field of another tab stands only once it is rendered.
  useEffect(() => {
    const field = asked > 0 && form.current?.querySelector<HTMLTextAreaElement>("textarea");
    if (!field) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, [form, asked]);
}
