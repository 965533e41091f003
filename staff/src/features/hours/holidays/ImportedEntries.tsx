import { Button } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import type { Holiday, HolidayEntries } from "@/client/types";
import { dayOf, yearOf } from "@/time/dates";
import { useBelow } from "@/ui/useBelow";
import styles from "./Holidays.module.css";
import { type Imported, imported, standingWords } from "./imported";

type Props = {
  entries: HolidayEntries;
  there: Holiday[];
  add: (holidays: Holiday[]) => void;
  close: () => void;
};

/** What a file holds, to be looked through: new ones are chosen, those already there say so. */
export function ImportedEntries({ entries: { holidays, left_out }, there, add, close }: Props) {
  const found = imported(holidays, there);
  const fresh = found.filter(({ standing }) => standing === "new").map(({ holiday }) => holiday);
  const [left, setLeft] = useState<Set<Holiday>>(new Set());
  const chosen = fresh.filter((holiday) => !left.has(holiday));
  const toggle = (holiday: Holiday) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(holiday)) after.add(holiday);
      return after;
    });
  const { ref, scrolls, below, look } = useBelow<HTMLUListElement>(found.length);
  return (
    <div className={styles.dialog}>
      <p className={styles.words}>
        {found.length === 0
          ? "The file holds no day one could take off."
          : `${fresh.length} of ${found.length} are new. Nothing changes before you have checked and saved the hours.`}
      </p>
      {found.length > 0 && (
        <div>
          <ul
            ref={ref}
            className={styles.entries}
            data-below={below > 0 || undefined}
            onScroll={look}
            aria-label="Days in the file"
            tabIndex={scrolls ? 0 : undefined}
          >
            {found.map((one) => (
              <Entry
                key={`${one.holiday.date} ${one.holiday.name}`}
                one={one}
                checked={one.standing === "new" && !left.has(one.holiday)}
                toggle={() => toggle(one.holiday)}
              />
            ))}
          </ul>
          {scrolls && (
            <p className={styles.below} data-shown={below > 0 || undefined} aria-hidden="true">
              <ChevronDown size={14} />
              {below === 1 ? "1 more day below" : `${below} more days below`}
            </p>
          )}
        </div>
      )}
      {left_out.length > 0 && (
        <section>
          <h3 className={styles.subtitle}>Left out</h3>
          <ul className={styles.words}>
            {left_out.map(({ name, why }) => (
              <li key={`${name} ${why}`}>
                {name}: {why}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={styles.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button data-autofocus disabled={chosen.length === 0} onClick={() => add(chosen)}>
          {chosen.length === 1 ? "Add 1 holiday" : `Add ${chosen.length} holidays`}
        </Button>
      </div>
    </div>
  );
}

function Entry({ one, checked, toggle }: { one: Imported; checked: boolean; toggle: () => void }) {
  const { holiday, standing, other = "" } = one;
  const fresh = standing === "new";
  return (
    <li>
      <label className={styles.entry} data-known={!fresh || undefined}>
        <input type="checkbox" checked={checked} disabled={!fresh} onChange={toggle} />
        <time dateTime={holiday.date}>
          {dayOf(holiday.date)} {yearOf(holiday.date)}
        </time>
        <span>{holiday.name}</span>
        <span className={styles.remark}>{fresh ? "new" : standingWords[standing](other)}</span>
      </label>
    </li>
  );
}
