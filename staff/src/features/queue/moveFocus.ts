/** Moves the focus up or down the list; from outside the list it lands on `from`, or on the first row. */
export function moveFocus(list: HTMLElement | null, step: 1 | -1, from: string | null) {
  const rows = [...(list?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const focused = rows.indexOf(document.activeElement as HTMLElement);
  const remembered = rows.findIndex((row) => row.dataset.row === from);
  const target = focused >= 0 ? focused + step : Math.max(0, remembered);
  rows[Math.min(rows.length - 1, Math.max(0, target))]?.focus();
}
