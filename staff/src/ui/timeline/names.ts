import type { Box } from "./boxes";
import { labelWidth } from "./labels";

export type NameLabel = { words: string; left: number; width: number };

/** The names of holidays below their boxes; one that has no room is left to the sentences. */
export function namesOf(boxes: Box[], widthPx: number): NameLabel[] {
  const named: { words: string; from: number; to: number }[] = [];
  for (const { name, left, width } of boxes) {
    if (name === null) continue;
    const last = named.at(-1);
    if (last?.words === name && Math.abs(last.to - left) < 0.01) last.to = left + width;
    else named.push({ words: name, from: left, to: left + width });
  }
  const placed: NameLabel[] = [];
  for (const { words, from, to } of named) {
    const width = labelWidth(words, widthPx);
    const left = Math.max(0, Math.min((from + to) / 2 - width / 2, 100 - width));
    const last = placed.at(-1);
    if (!last || left >= last.left + last.width) placed.push({ words, left, width });
  }
  return placed;
}
