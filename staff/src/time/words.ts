const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Time left: "1 h 12 m", "42 m", and under ten minutes "9:41". */
export function countdown(seconds: number): string {
  if (seconds < 10 * minute) {
    return `${Math.floor(seconds / minute)}:${String(seconds % minute).padStart(2, "0")}`;
  }
  return hoursAndMinutes(seconds);
}

/** A length of business time: never days, since a business day is no fixed length. */
export function hoursAndMinutes(seconds: number): string {
  const hours = Math.floor(seconds / hour);
  const minutes = Math.floor((seconds % hour) / minute);
  if (hours === 0) return `${minutes} m`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} m`;
}

/** A length of elapsed time, in at most two units: "40 s", "12 m", "3 h 5 m", "2 d 4 h". */
export function elapsed(seconds: number): string {
  if (seconds < minute) return `${Math.floor(seconds)} s`;
  if (seconds < day) return hoursAndMinutes(seconds);
  const days = Math.floor(seconds / day);
  const hours = Math.floor((seconds % day) / hour);
  return hours === 0 || days >= 7 ? `${days} d` : `${days} d ${hours} h`;
}

/** "now", "4 m ago", "2 h ago", "3 d ago": one unit, since nobody reads the second. */
export function ago(seconds: number): string {
  if (seconds < minute) return "now";
  if (seconds < hour) return `${Math.floor(seconds / minute)} m ago`;
  if (seconds < day) return `${Math.floor(seconds / hour)} h ago`;
  return `${Math.floor(seconds / day)} d ago`;
}

const unit: Record<string, [string, string]> = {
  s: ["second", "seconds"],
  m: ["minute", "minutes"],
  h: ["hour", "hours"],
  bd: ["business day", "business days"],
};

/** A target as written in the agreement, "30m" or "1bd", in words. */
export function targetInWords(target: string | null): string {
  if (target === null) return "best effort";
  const parts = /^(\d+)(bd|[smh])$/.exec(target);
  const words = parts?.[2] ? unit[parts[2]] : undefined;
  if (!parts || !words) return target;
  return `${parts[1]} ${parts[1] === "1" ? words[0] : words[1]}`;
}
