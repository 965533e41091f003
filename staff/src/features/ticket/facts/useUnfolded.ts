import { useLocalStorage } from "@mantine/hooks";
import { useState } from "react";
import type { ClockName } from "@/client/types";

/**
 * Which promises show how they are counted. The one due next does by itself where there is room, until somebody
 * folds or unfolds it: what they chose holds for every ticket.
 */
export function useUnfolded(next: ClockName | undefined, roomy: boolean) {
  const [chosen, choose] = useLocalStorage<boolean | null>({
    key: "punctual.explain-next",
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const [toggled, setToggled] = useState<Partial<Record<ClockName, boolean>>>({});
  const unfolded = (clock: ClockName) => toggled[clock] ?? (clock === next && (chosen ?? roomy));
  const toggle = (clock: ClockName) => {
    const open = !unfolded(clock);
    setToggled((before) => ({ ...before, [clock]: open }));
    if (clock === next) choose(open);
  };
  return { unfolded, toggle };
}
