import type { BusinessHours } from "@/client/types";
import { usePeople } from "@/features/desk/directory";
import { Moment } from "@/ui/Moment";
import styles from "./Hours.module.css";

/** What the page is, which version stands here, and who may change it. */
export function HoursHead({ current, mayChange }: { current: BusinessHours; mayChange: boolean }) {
  const { version, changed_at, changed_by } = current;
  const managers = usePeople()
    .filter(({ role, active }) => role === "manager" && active)
    .map(({ name }) => name);
  const named = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(managers);
  return (
    <header className={styles.head}>
      <h1 className={styles.title} tabIndex={-1}>
        Business hours
      </h1>
      <p className={styles.words}>
        Promises count in these hours. Version {version}
        {changed_by && `, by ${changed_by}`}, <Moment at={changed_at} relative />.
      </p>
      {!mayChange && (
        <p className={styles.words}>
          Managers change them{named && `: ask ${named}`}. For you they are here to read.
        </p>
      )}
    </header>
  );
}
