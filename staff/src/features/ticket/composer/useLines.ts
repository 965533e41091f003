import { type KeyboardEvent, type RefObject, useCallback } from "react";
import { type EstimateChange, type LineDraft, mostLines, withLine } from "./estimateDraft";

/** The lines as they are typed, by mouse or by key; `group` is what they stand in. */
export function useLines(lines: LineDraft[], change: EstimateChange, group: RefObject<HTMLElement | null>) {
  const focusLine = useCallback(
    (line: LineDraft | undefined) => {
      // Once the lines are drawn as they are going to be.
      requestAnimationFrame(() =>
        group.current?.querySelector<HTMLElement>(`[data-line="${line?.id}"] input`)?.focus(),
      );
    },
    [group],
  );

  const edit = (id: number, part: Partial<LineDraft>) =>
    change({ lines: lines.map((line) => (line.id === id ? { ...line, ...part } : line)) });

  const add = () => {
    if (lines.length >= mostLines) return;
    const more = withLine(lines);
    change({ lines: more });
    focusLine(more.at(-1));
  };

  const leaveOut = (id: number) => {
    const at = lines.findIndex((line) => line.id === id);
    change({ lines: lines.filter((line) => line.id !== id) });
    focusLine(lines[at + 1] ?? lines[at - 1]);
  };

  /** Enter would send the reply, half of it typed. In a line it goes on to the next one. */
  const enter = (event: KeyboardEvent) => {
    const { target, key, ctrlKey, metaKey, nativeEvent } = event;
    if (key !== "Enter" || ctrlKey || metaKey || nativeEvent.isComposing || event.defaultPrevented) return;
    if (!(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const id = Number(target.closest<HTMLElement>("[data-line]")?.dataset.line);
    const at = lines.findIndex((line) => line.id === id);
    if (at < 0) return;
    if (at + 1 < lines.length) focusLine(lines[at + 1]);
    else add();
  };

  return { edit, add, leaveOut, enter };
}
