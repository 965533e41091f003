import type { ClockName } from "@/client/types";

export const clockNames: Record<ClockName, string> = {
  first_reply: "First reply",
  next_reply: "Next reply",
  resolution: "Resolution",
  next_update: "Next update",
  goal: "Goal",
};
