import { Skeleton } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Timer } from "lucide-react";
import { useState } from "react";
import type { TimeEntry, TimeList } from "@/client/types";
import { shownOf, stepped } from "@/features/rota/search";
import { useSession } from "@/features/session/session";
import { addDays, dateAt } from "@/time/dates";
import { minutesInWords } from "@/time/duration";
import { useTicking } from "@/time/ticking";
import { useDeskZone } from "@/ui/deskZone";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { Sheet } from "@/ui/Sheet";
import { Steps } from "@/ui/Steps";
import { CorrectDialog } from "./CorrectDialog";
import { DayBlock } from "./DayBlock";
import { timeRoute } from "./route";
import type { TimeSearch } from "./search";
import { TimeFilters } from "./TimeFilters";
import styles from "./TimePage.module.css";
import { useTime } from "./timeLog";
import { daysOf } from "./week";

/** The time of a week, day by day: one's own first, or anybody's. */
export function TimePage() {
  const search = timeRoute.useSearch();
  const navigate = useNavigate();
  const zone = useDeskZone();
  const me = useSession().person.id;
  const today = useTicking((now) => dateAt(now, zone));
  const { from, title } = shownOf(search, today);
  const [correcting, correct] = useState<TimeEntry | null>(null);
  const { data, error, refetch, isPlaceholderData } = useTime({
    first: from,
    last: addDays(from, 6),
    person: search.person === "all" ? undefined : (search.person ?? me),
    client: search.client,
  });
  const time = data as TimeList | undefined;
  const go = (part: Partial<TimeSearch>) => void navigate({ to: "/time", search: { ...search, ...part } });
  const step = (steps: number) => go({ from: stepped(search, today, steps).from });
  return (
    <Sheet
      title="Time"
      tab={`Time, ${title}`}
      words="What was worked, as it was written down on the tickets."
      actions={<TimeFilters search={search} me={me} go={go} />}
    >
      <Steps
        span="week"
        title={title}
        before={() => step(-1)}
        after={addDays(from, 6) < today ? () => step(1) : undefined}
        now={from === shownOf({}, today).from ? undefined : () => go({ from: undefined })}
        nowWords="This week"
      >
        {time && time.minutes > 0 && <p className={styles.sum}>{minutesInWords(time.minutes)} in the week</p>}
      </Steps>
      {error && !time && <Failure error={error} retry={() => void refetch()} />}
      {!error && !time && <Skeleton height={240} mt={16} aria-busy="true" />}
      {time && (
        <div className={styles.week} data-old={isPlaceholderData || undefined} aria-busy={isPlaceholderData}>
          {!time.complete && (
            <p className={styles.more} role="status">
              There is more than is listed; choose a person or a client.
            </p>
          )}
          {time.items.length === 0 ? (
            <EmptyState icon={Timer} title="Nothing is written down for this week">
              Time is written down on its ticket, under Time; the key H leads there.
            </EmptyState>
          ) : (
            <Week
              time={time}
              monday={from}
              today={today}
              everybody={search.person === "all"}
              {...{ correct }}
            />
          )}
        </div>
      )}
      <CorrectDialog entry={correcting} close={() => correct(null)} />
    </Sheet>
  );
}

type WeekProps = {
  time: TimeList;
  monday: string;
  today: string;
  everybody: boolean;
  correct: (entry: TimeEntry) => void;
};

function Week({ time, monday, today, everybody, correct }: WeekProps) {
  const days = daysOf(time.items, monday, today);
  return days.map((day) => (
    <DayBlock key={day.date} day={day} days={days} everybody={everybody} correct={correct} />
  ));
}
