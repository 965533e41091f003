import { timeOfDay } from "@/time/zone";
import type { Period } from "./periods";

/** "08–17", and with minutes where there are any: "08:30–17". */
export function shortHours({ from, to }: Period, zone: string): string {
  const short = (at: number) => timeOfDay(at, zone).replace(/:00$/, "");
  return `${short(from)}–${short(to)}`;
}
