import { Lock } from "lucide-react";
import { useSession } from "@/features/session/session";
import { EmptyState } from "@/ui/EmptyState";

/** Agreements and statements are read by coordinators and managers. */
export const useMayReadAgreements = (): boolean => useSession().person.role !== "member";

export function ForCoordinators() {
  return (
    <EmptyState icon={Lock} page title="For coordinators and managers">
      They read what clients have agreed to, and issue statements. Ask one of them. What a client has left
      stands on each ticket.
    </EmptyState>
  );
}
