import { Button, Input, Textarea, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { useRef } from "react";
import { type Refusal, refusalOf } from "@/client/refusal";
import type { Ticket } from "@/client/types";
import { editFields } from "@/features/rota/forms/fields";
import { addDays, dateAt } from "@/time/dates";
import { useMinute } from "@/time/ticking";
import { useDeskZone } from "@/ui/deskZone";
import styles from "./Estimate.module.css";
import { EstimatePriceNow } from "./EstimatePriceNow";
import {
  type EstimateChange,
  type EstimateDraft,
  meantLines,
  mostDays,
  mostLines,
  untilOf,
} from "./estimateDraft";
import { estimateErrors, firstOf, refusedEstimate } from "./estimateErrors";
import { LineFields } from "./LineFields";
import { useLines } from "./useLines";
import { usePriceAsTyped } from "./usePriceAsTyped";

type Props = {
  ticket: Ticket;
  kinds: string[];
  draft: EstimateDraft;
  change: EstimateChange;
  checked: boolean;
  refusal: Refusal | null;
};

/** The plan, the pieces of its work, until when it can be approved, and what it comes to as it is typed. */
export function EstimateFields({ ticket, kinds, draft, change, checked, refusal }: Props) {
  const zone = useDeskZone();
  const now = useMinute();
  const today = dateAt(now, zone);
  const group = useRef<HTMLFieldSetElement>(null);
  const { lines } = draft;
  const { edit, add, leaveOut, enter } = useLines(lines, change, group);
  const price = usePriceAsTyped(ticket.ref, draft);
  const sent = meantLines(draft).map(({ id }) => id);
  const errors = firstOf([
    checked ? estimateErrors(draft, now, zone) : { byLine: {} },
    refusedEstimate(editFields(refusal), sent),
    refusedEstimate(editFields(price.error ? refusalOf(price.error) : null), price.ids),
  ]);
  return (
    <fieldset ref={group} className={styles.estimate} aria-label="Estimate" onKeyDown={enter}>
      <Textarea
        label="Plan"
        description="For the client, beside the price. Markdown, as in the reply."
        placeholder="We build the choice into the booking, and try it with you before it goes live."
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={draft.plan}
        error={errors.plan}
        onChange={(event) => change({ plan: event.currentTarget.value })}
      />
      <div className={styles.lines} data-kinds={kinds.length > 0 || undefined}>
        {lines.map((line, index) => (
          <LineFields
            key={line.id}
            line={line}
            number={index + 1}
            kinds={kinds}
            errors={errors.byLine[line.id] ?? {}}
            edit={(part) => edit(line.id, part)}
            leaveOut={lines.length > 1 ? () => leaveOut(line.id) : undefined}
          />
        ))}
        {errors.lines && <Input.Error role="alert">{errors.lines}</Input.Error>}
      </div>
      <div className={styles.below}>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<Plus size={13} aria-hidden="true" />}
          disabled={lines.length >= mostLines}
          onClick={add}
        >
          Add a line
        </Button>
        <TextInput
          className={styles.until}
          type="date"
          label="Can be approved until"
          min={today}
          max={addDays(today, mostDays - 1)}
          value={untilOf(draft, now, zone)}
          error={errors.until}
          onChange={(event) => change({ until: event.currentTarget.value })}
        />
      </div>
      <EstimatePriceNow ticket={ticket} price={price} />
    </fieldset>
  );
}
