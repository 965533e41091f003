import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import type { Statement } from "@/client/types";
import { dayOf } from "@/time/dates";
import { minutesInWords } from "@/time/duration";
import { amountInWords } from "@/ui/amount";
import { clockNames } from "@/ui/clockNames";
import { capital } from "@/ui/eventWords";
import { Fold } from "@/ui/Fold";
import { Moment } from "@/ui/Moment";
import { AllowanceTable } from "./AllowanceTable";
import { Requests } from "./Requests";
import styles from "./Statements.module.css";
import { promiseSum } from "./statementWords";

/** All a statement says, in the order one reads it. */
export function StatementSheet({ statement }: { statement: Statement }) {
  const { agreement, allowance, tickets, held } = statement;
  return (
    <>
      <Part title="To pay">
        <Totals totals={statement.totals} />
        {held > 0 && (
          <p className={styles.words}>
            {minutesInWords(held)} are held: nobody has approved them yet, so they are not charged.
          </p>
        )}
      </Part>
      <Part title="Allowance">
        {allowance.length > 0 ? (
          <AllowanceTable grants={allowance} />
        ) : (
          <p className={styles.words}>No allowance could be used in this month.</p>
        )}
      </Part>
      <Part title="Requests">
        <Requests tickets={tickets} />
      </Part>
      <Part title="Promises">
        <Promises promises={statement.promises} />
      </Part>
      <Part title="What was agreed">
        <Agreed agreement={agreement} />
      </Part>
      <div className={styles.heads}>
        <Fold title="Where the journals stood" note={String(statement.heads.length)}>
          <Heads heads={statement.heads} />
        </Fold>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.partTitle}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Totals({ totals }: { totals: Statement["totals"] }) {
  if (totals.length === 0) return <p className={styles.words}>Nothing is charged for this month.</p>;
  return (
    <table className={styles.totals}>
      <thead>
        <tr>
          <th scope="col">Fee</th>
          <th scope="col">Work</th>
          <th scope="col">Total</th>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ currency, fee, work, total }) => (
          <tr key={currency}>
            <td>{amountInWords(fee, currency)}</td>
            <td>{amountInWords(work, currency)}</td>
            <td className={styles.total}>{amountInWords(total, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Promises({ promises }: { promises: Statement["promises"] }) {
  const { missed, credited } = promises;
  return (
    <>
      <p className={styles.words}>{promiseSum(promises)}</p>
      {missed.length > 0 && (
        <ul className={styles.missed}>
          {missed.map(({ ref, promise, due, done }) => (
            <li key={`${ref} ${promise} ${due}`}>
              <Link to="/tickets/$ref" params={{ ref }}>
                {ref}
              </Link>{" "}
              {clockNames[promise as keyof typeof clockNames] ?? promise}, due <Moment at={due} />
              {done ? (
                <>
                  , done <Moment at={done} />
                </>
              ) : (
                ", not done yet"
              )}
            </li>
          ))}
        </ul>
      )}
      {credited > 0 && (
        <p className={styles.words}>{minutesInWords(credited)} are credited with the month after.</p>
      )}
    </>
  );
}

function Agreed({ agreement }: { agreement: Statement["agreement"] }) {
  if (agreement.length === 0) return <p className={styles.words}>Nothing was agreed in this month.</p>;
  return agreement.map(({ from, until, terms }) => (
    <div key={from} className={styles.agreed}>
      <h3 className={styles.since}>
        Since {dayOf(from)} {from.slice(0, 4)}
        {until && `, until ${dayOf(until)} ${until.slice(0, 4)}`}
      </h3>
      <dl className={styles.terms}>
        {terms.map(({ label, value }) => (
          <div key={label}>
            <dt>{capital(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  ));
}

function Heads({ heads }: { heads: Statement["heads"] }) {
  return (
    <>
      <p className={styles.words}>
        The last event of each request's journal and its hash: with them anybody can check later that nothing
        before was altered.
      </p>
      <ul className={styles.hashes}>
        {heads.map(({ ref, seq, hash }) => (
          <li key={ref}>
            <span>
              {ref}, event {seq}
            </span>
            <code>{hash}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
