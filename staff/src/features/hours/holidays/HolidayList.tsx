import { PartyPopper } from "lucide-react";
import type { Holiday, Hours } from "@/client/types";
import { dateAt, yearOf } from "@/time/dates";
import { serverNow } from "@/time/serverClock";
import { EmptyState } from "@/ui/EmptyState";
import { Fold } from "@/ui/Fold";
import { struckHoliday, withHolidays, withoutHoliday } from "../draft/edits";
import type { Fields } from "../draft/hoursErrors";
import { errorUnder } from "../draft/places";
import styles from "../Hours.module.css";
import { AddHoliday } from "./AddHoliday";
import { HolidayRow } from "./HolidayRow";
import list from "./Holidays.module.css";

type Props = { hours: Hours; fields: Fields; change?: (edit: (hours: Hours) => Hours) => void };
type Placed = { holiday: Holiday; index: number };

/** The holidays year by year; this year and the next are unfolded. */
export function HolidayList({ hours, fields, change }: Props) {
  const thisYear = Number(yearOf(dateAt(serverNow(), hours.time_zone)));
  const placed = hours.holidays.map((holiday, index): Placed => ({ holiday, index }));
  const years = [...new Set(hours.holidays.map(({ date }) => yearOf(date)))].toSorted();
  const others = new Set(hours.exceptions.map(({ date }) => date));
  const path = (index: number) => `hours.holidays[${index}]`;
  return (
    <>
      {years.length === 0 && (
        <EmptyState icon={PartyPopper} title="No holidays yet">
          {change
            ? "Until some are here the desk promises to work on all of them. Import the file of your region, or add one by hand."
            : "The desk works on all of them."}
        </EmptyState>
      )}
      {years.map((year) => {
        const entries = placed.filter(({ holiday }) => yearOf(holiday.date) === year);
        return (
          <Fold
            key={year}
            title={year}
            note={countInWords(entries)}
            open={Number(year) === thisYear || Number(year) === thisYear + 1}
            must={entries.some(({ index }) => errorUnder(fields, path(index)) !== undefined)}
          >
            <ul className={list.holidays}>
              {entries.map(({ holiday, index }) => (
                <HolidayRow
                  key={`${holiday.date} ${holiday.name}`}
                  holiday={holiday}
                  beaten={others.has(holiday.date)}
                  error={errorUnder(fields, path(index))}
                  strike={change && ((out) => change((before) => struckHoliday(before, index, out)))}
                  remove={change && (() => change((before) => withoutHoliday(before, index)))}
                />
              ))}
            </ul>
          </Fold>
        );
      })}
      {fields["hours.holidays"] && (
        <p className={styles.error} role="alert">
          {fields["hours.holidays"]}
        </p>
      )}
      {change && (
        <AddHoliday
          there={hours.holidays}
          add={(holiday) => change((before) => withHolidays(before, [holiday]))}
        />
      )}
    </>
  );
}

function countInWords(entries: Placed[]): string {
  const struck = entries.filter(({ holiday }) => holiday.struck_out).length;
  const kept = entries.length - struck;
  const words = `${kept} ${kept === 1 ? "holiday" : "holidays"}`;
  return struck === 0 ? words : `${words}, ${struck} struck out`;
}
