import type { Statement } from "@/client/types";
import { dateAt, longDay } from "@/time/dates";
import { monthWords } from "./months";

type Props = { statement: Pick<Statement, "month" | "number" | "issued_at" | "time_zone">; over: boolean };

/** What it is, in a sentence: of which month, and whether it may still change. */
export function StatementHead({ statement: { month, number, issued_at, time_zone }, over }: Props) {
  return (
    <>
      {number ? (
        <>
          Statement {number} of {monthWords(month)}
          {issued_at && `, issued ${longDay(dateAt(Date.parse(issued_at), time_zone))}`}.
        </>
      ) : over ? (
        `Draft of ${monthWords(month)}: it changes with what is written down, until it is issued.`
      ) : (
        `${monthWords(month)} as it stands; the month is not over.`
      )}{" "}
      Dates in {time_zone.replaceAll("_", " ")}.
    </>
  );
}
