import { ActionIcon, Tooltip } from "@mantine/core";
import { Eraser } from "lucide-react";
import type { TimelineEntry } from "@/client/types";

type Props = { entry: TimelineEntry; redact?: (entry: TimelineEntry) => void };

/** What stands in another ticket is redacted there; what has no words any more, nowhere. */
export function RedactButton({ entry, redact }: Props) {
  if (!redact || entry.ticket || entry.redacted) return null;
  return (
    <Tooltip label="Redact…">
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={
          entry.type === "estimated"
            ? `Redact estimate ${entry.estimate}`
            : `Redact the message of ${entry.by.name}`
        }
        onClick={() => redact(entry)}
      >
        <Eraser size={14} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
