import { Button } from "@mantine/core";
import type { Hours, HoursException } from "@/client/types";
import { dateAt, dayOf, longDay, yearOf } from "@/time/dates";
import { serverNow } from "@/time/serverClock";
import { Fold } from "@/ui/Fold";
import { changedException, withException, withoutException } from "../draft/edits";
import type { Fields } from "../draft/hoursErrors";
import { errorUnder } from "../draft/places";
import styles from "../Hours.module.css";
import { IntervalList } from "../week/IntervalList";
import { AddException } from "./AddException";
import list from "./Exceptions.module.css";

type Props = { hours: Hours; fields: Fields; change?: (edit: (hours: Hours) => Hours) => void };
type Placed = { exception: HoursException; index: number };

/** Dates with hours of their own. What is over is folded. */
export function ExceptionList({ hours, fields, change }: Props) {
  const today = dateAt(serverNow(), hours.time_zone);
  const placed = hours.exceptions.map((exception, index): Placed => ({ exception, index }));
  const past = placed.filter(({ exception }) => exception.date < today);
  const coming = placed.filter(({ exception }) => exception.date >= today);
  const rows = (entries: Placed[]) => (
    <ul>
      {entries.map(({ exception: { date, hours: day }, index }) => {
        const path = `hours.exceptions[${index}]`;
        const name = hours.holidays.find((holiday) => holiday.date === date && !holiday.struck_out)?.name;
        return (
          <li key={date} className={list.exception}>
            <time dateTime={date} className={list.date}>
              {dayOf(date)} {yearOf(date)}
            </time>
            <div>
              <IntervalList
                name={longDay(date)}
                day={day}
                path={`${path}.hours`}
                fields={fields}
                change={change && ((next) => change((before) => changedException(before, index, next)))}
              />
              {name && <p className={list.remark}>Instead of the holiday {name}.</p>}
              {fields[`${path}.date`] && (
                <p className={styles.error} role="alert">
                  {fields[`${path}.date`]}
                </p>
              )}
            </div>
            {change && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                mt={5}
                aria-label={`Remove the exception on ${longDay(date)}`}
                onClick={() => change((before) => withoutException(before, index))}
              >
                Remove
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
  return (
    <>
      {coming.length === 0 && (
        <p className={styles.words}>
          {change
            ? "None to come. Name a date that has other hours than its weekday, or none; it also beats a holiday."
            : "None to come."}
        </p>
      )}
      {rows(coming)}
      {past.length > 0 && (
        <Fold
          title={past.length === 1 ? "1 past date" : `${past.length} past dates`}
          must={past.some(({ index }) => errorUnder(fields, `hours.exceptions[${index}]`) !== undefined)}
        >
          {rows(past)}
        </Fold>
      )}
      {change && (
        <AddException
          there={hours.exceptions}
          add={(exception) => change((before) => withException(before, exception))}
        />
      )}
    </>
  );
}
