import { ActionIcon, Button } from "@mantine/core";
import { X } from "lucide-react";
import type { Holiday } from "@/client/types";
import { dayOf } from "@/time/dates";
import styles from "./Holidays.module.css";

type Props = {
  holiday: Holiday;
  /** Other hours are written for this date; they win. */
  beaten: boolean;
  error?: string;
  strike?: (out: boolean) => void;
  remove?: () => void;
};

/** A holiday that is struck out stays to be seen: the desk is open, and nobody imports it again unawares. */
export function HolidayRow({ holiday, beaten, error, strike, remove }: Props) {
  const { date, name, source, struck_out: struck } = holiday;
  const Name = struck ? "s" : "span";
  return (
    <li className={styles.holiday} data-struck={struck || undefined}>
      <time className={styles.date} dateTime={date}>
        {dayOf(date)}
      </time>
      <span className={styles.what}>
        <Name className={styles.name}>{name}</Name>
        {struck && <span className={styles.remark}>struck out, the desk is open</span>}
        {!struck && beaten && <span className={styles.remark}>has other hours, see below</span>}
      </span>
      <span className={styles.source}>{source ?? "by hand"}</span>
      {strike && (
        <span className={styles.tools}>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            aria-label={`${struck ? "Restore" : "Strike out"} ${name}, ${dayOf(date)}`}
            onClick={() => strike(!struck)}
          >
            {struck ? "Restore" : "Strike out"}
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={`Remove ${name}, ${dayOf(date)}`}
            title="Remove"
            onClick={remove}
          >
            <X size={14} aria-hidden="true" />
          </ActionIcon>
        </span>
      )}
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </li>
  );
}
