import { useCallback, useLayoutEffect, useRef, useState } from "react";

/** Whether a list scrolls, and how many of its children lie for the greater part below what is seen of it. */
export function useBelow<T extends HTMLElement>(count: number) {
  const ref = useRef<T>(null);
  const [scrolls, setScrolls] = useState(false);
  const [below, setBelow] = useState(0);
  const look = useCallback(() => {
    const list = ref.current;
    if (!list) return;
    const { bottom } = list.getBoundingClientRect();
    const hidden = Array.from(list.children).filter((child) => {
      const { top, height } = child.getBoundingClientRect();
      return top + height / 2 > bottom;
    });
    setScrolls(list.scrollHeight > list.clientHeight);
    setBelow(hidden.length);
  }, []);
  useLayoutEffect(() => {
    if (!ref.current || count === 0) return;
    // It looks at once, and whenever the window gives the list another size.
    const sizes = new ResizeObserver(look);
    sizes.observe(ref.current);
    return () => sizes.disconnect();
  }, [look, count]);
  return { ref, scrolls, below, look };
}
