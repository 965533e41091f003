import { Link } from "@tanstack/react-router";
import type { Account } from "@/client/types";
import { useSession } from "@/features/session/session";
import { Moment } from "@/ui/Moment";
import { PersonMark } from "@/ui/PersonTag";
import { roleName, stateInWords } from "./accounts";
import styles from "./People.module.css";
import { type Asked, PersonMenu } from "./PersonMenu";

export function PeopleTable({ accounts, ask }: { accounts: Account[]; ask: (asked: Asked) => void }) {
  const me = useSession().person.id;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">State</th>
          <th scope="col" className={styles.number}>
            Open tickets
          </th>
          <th scope="col">Last seen</th>
          <th scope="col">
            <span className="visually-hidden">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id} data-state={account.state}>
            <th scope="row">
              <div className={styles.who}>
                <PersonMark name={account.name} size={28} />
                <span className={styles.names}>
                  <span>
                    {account.name}
                    {account.id === me && <span className={styles.dim}> (you)</span>}
                  </span>
                  <span className={styles.mail}>{account.email}</span>
                </span>
              </div>
            </th>
            <td>{roleName(account.role)}</td>
            <td>
              <span className={styles.state} data-state={account.state}>
                {stateInWords(account)}
              </span>
              {account.invited_until && (
                <span className={styles.dim}>
                  {" "}
                  until <Moment at={account.invited_until} />
                </span>
              )}
            </td>
            <td className={styles.number}>
              {account.open_tickets > 0 ? (
                <Link
                  to="/"
                  search={{ assignee: String(account.id) }}
                  aria-label={`${account.open_tickets} open, of ${account.name}`}
                >
                  {account.open_tickets}
                  <span className={styles.unit}> open</span>
                </Link>
              ) : (
                <span className={styles.dim}>
                  0<span className={styles.unit}> open</span>
                </span>
              )}
            </td>
            <td className={styles.dim}>
              {account.last_seen_at ? (
                <>
                  <span className={styles.unit}>seen </span>
                  <Moment at={account.last_seen_at} relative />
                </>
              ) : (
                "Not seen yet"
              )}
            </td>
            <td className={styles.menu}>
              <PersonMenu account={account} me={account.id === me} ask={ask} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
