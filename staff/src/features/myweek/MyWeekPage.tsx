import { Skeleton } from "@mantine/core";
import { useEffect } from "react";
import { api } from "@/client/api";
import type { Rota, TicketSummary } from "@/client/types";
import { useRota } from "@/features/rota/rota";
import { useSession } from "@/features/session/session";
import { dateAt, mondayOf } from "@/time/dates";
import { serverNow } from "@/time/serverClock";
import { useMinute, useTicking } from "@/time/ticking";
import { useDeskZone } from "@/ui/deskZone";
import { Failure } from "@/ui/Failure";
import { DayLine } from "./DayLine";
import { DueList } from "./DueList";
import { myDays } from "./days";
import { LeavingLine } from "./LeavingLine";
import styles from "./MyWeek.module.css";
import { OwnHandOffs } from "./OwnHandOffs";

const shownDays = 14;
const mostTickets = 200;

/** One's own hours this week and next, with what is due on which day and who is there for it. */
export function MyWeekPage() {
  const zone = useDeskZone();
  const me = useSession().person;
  const monday = useTicking((now) => mondayOf(dateAt(now, zone)));
  const rota = useRota(monday, shownDays);
  const query = { state: "active" as const, assignee: "me", limit: mostTickets };
  const tickets = api.useQuery("get", "/api/v1/tickets", { params: { query } });
  useEffect(() => {
    document.title = "My week";
  }, []);
  const error = rota.error ?? tickets.error;
  if (error && !(rota.data && tickets.data)) {
    const retry = () => {
      void rota.refetch();
      void tickets.refetch();
    };
    return <Failure page error={error} retry={retry} />;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it
    <section className={styles.page} tabIndex={0} aria-label="My week">
      <div className={styles.sheet}>
        <h1 className={styles.title}>My week</h1>
        {rota.data && tickets.data ? (
          <Weeks rota={rota.data as Rota} tickets={tickets.data.items as TicketSummary[]} me={me.id} />
        ) : (
          <div aria-busy="true">
            <Skeleton height={20} width="60%" mb={24} />
            {[0, 1, 2, 3, 4].map((day) => (
              <Skeleton key={day} height={32} mb={10} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

function Weeks({ rota, tickets, me }: { rota: Rota; tickets: TicketSummary[]; me: number }) {
  useMinute();
  const now = serverNow();
  const zone = rota.time_zone;
  const person = rota.people.find(({ id }) => id === me);
  const holidays = new Map(rota.holidays.map(({ date, name }) => [date, name]));
  const mine = myDays({ from: rota.from, count: rota.days, zone, now, person, holidays, tickets });
  const away = [...mine.days.flatMap(({ due }) => due), ...mine.later].filter(({ there }) => !there);
  const known = away.filter(({ at }) => at < Date.parse(rota.ends));
  const today = dateAt(now, zone);
  return (
    <>
      <LeavingLine person={person} now={now} zone={zone} />
      {mine.late.length > 0 && <DueList title="Late" tone="late" due={mine.late} now={now} zone={zone} />}
      {known.length > 0 && (
        <DueList
          title="Due while you are not there"
          tone="away"
          due={known}
          now={now}
          zone={zone}
          words="Write before you leave, or hand them over."
        />
      )}
      <OwnHandOffs me={me} />
      {["This week", "Next week"].map((words, week) => (
        <section key={words} className={styles.week} aria-label={words}>
          <h2 className={styles.weekTitle}>{words}</h2>
          <ul>
            {mine.days.slice(week * 7, week * 7 + 7).map((day) => (
              <DayLine key={day.date} day={day} today={today} zone={zone} own={person?.time_zone ?? zone} />
            ))}
          </ul>
        </section>
      ))}
      <p className={styles.words}>
        {[
          mine.later.length > 0 && `${mine.later.length} more due later.`,
          mine.resting > 0 && `${mine.resting} waiting, with nothing due.`,
          tickets.length === 0 && "You have no active tickets.",
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
    </>
  );
}
