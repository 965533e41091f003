import { useTimeOff } from "@/features/rota/rota";
import { useSession } from "@/features/session/session";

/** How many requests wait for this person's word: none where they do not decide. */
export function useWaiting(): number {
  const manager = useSession().person.role === "manager";
  const { data } = useTimeOff(manager);
  return data?.items.filter(({ state }) => state === "requested").length ?? 0;
}
