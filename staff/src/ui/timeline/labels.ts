export type Placed = { left: number; row: number };

/**
 * Where labels go that want to stand in the middle above `at`: never beyond the edges, never over one another.
 * What finds no place in the first row stands in a row of its own. All in percent of the width.
 */
export function placeLabels(labels: { at: number; width: number }[]): Placed[] {
  const rows: { left: number; right: number }[][] = [];
  return labels.map(({ at, width }) => {
    const left = Math.max(0, Math.min(at - width / 2, 100 - width));
    const right = left + width;
    const free = rows.findIndex((row) => row.every((other) => right <= other.left || left >= other.right));
    const row = free === -1 ? rows.length : free;
    rows[row] = [...(rows[row] ?? []), { left, right }];
    return { left, row };
  });
}

const letterPx = 6.2;
const gapPx = 10;

/** How much of `widthPx` a label needs with the room around it, in percent; a guess that is rather too wide. */
export function labelWidth(words: string, widthPx: number): number {
  return Math.min(100, ((words.length * letterPx + gapPx) / Math.max(1, widthPx)) * 100);
}
