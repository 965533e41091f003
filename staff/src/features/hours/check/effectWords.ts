import type { HoursPreview } from "@/client/types";

type Effect = Pick<HoursPreview, "running" | "moved" | "becoming_late" | "no_longer_late">;
type Line = { words: string; late: boolean };

const tickets = (count: number) => (count === 1 ? "1 ticket" : `${count} tickets`);

/** What a change does to running tickets; what makes promises late comes first. */
export function effectInWords({ running, moved, becoming_late, no_longer_late }: Effect): Line[] {
  if (running === 0) return [{ words: "No ticket has a running clock, so nothing moves.", late: false }];
  if (moved === 0) return [{ words: `None of ${tickets(running)} with a running clock moves.`, late: false }];
  const lines: Line[] = [];
  if (becoming_late > 0) {
    lines.push({
      words: `${tickets(becoming_late)} ${becoming_late === 1 ? "becomes" : "become"} late`,
      late: true,
    });
  }
  if (no_longer_late > 0) {
    lines.push({
      words: `${tickets(no_longer_late)} ${no_longer_late === 1 ? "is" : "are"} no longer late`,
      late: false,
    });
  }
  lines.push({
    words: `${moved} of ${tickets(running)} ${moved === 1 ? "moves" : "move"}`,
    late: false,
  });
  return lines;
}
