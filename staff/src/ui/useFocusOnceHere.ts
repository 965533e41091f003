import { useEffect, useRef } from "react";

/** For the first field of a dialog that is loaded when it opens: the dialog has placed the focus by then. */
export function useFocusOnceHere<Element extends HTMLElement>() {
  const field = useRef<Element>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}
