import { type RefObject, useEffect, useRef } from "react";

const nearPx = 48;
const longConversation = 4;

/**
 * A conversation is read from its end, a request nobody has answered from its beginning. Whoever stands at the
 * end stays there when something is added or the composer takes room.
 */
export function useReadFromEnd(scroller: RefObject<HTMLElement | null>, length: number) {
  const atEnd = useRef(false);
  const before = useRef(0);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const note = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
    };
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    element.addEventListener("scroll", note, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", note);
    };
  }, [scroller]);

  useEffect(() => {
    const opened = before.current === 0;
    before.current = length;
    const element = scroller.current;
    if (!element || (opened && length < longConversation)) return;
    element.scrollTo({ top: element.scrollHeight, behavior: opened ? "instant" : "smooth" });
    atEnd.current = true;
  }, [scroller, length]);
}
