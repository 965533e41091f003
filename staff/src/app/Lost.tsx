import { MapPinOff } from "lucide-react";
import { EmptyState } from "@/ui/EmptyState";
import { LinkButton } from "@/ui/LinkButton";

export function Lost() {
  return (
    <EmptyState
      page
      icon={MapPinOff}
      title="There is no such page"
      action={
        <LinkButton to="/" variant="default">
          Go to the queue
        </LinkButton>
      }
    >
      The address may be mistyped, or the page has moved.
    </EmptyState>
  );
}
