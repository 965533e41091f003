import { Skeleton } from "@mantine/core";
import { api } from "@/client/api";
import { Failure } from "@/ui/Failure";
import { Moment } from "@/ui/Moment";
import styles from "./Journal.module.css";

/** The append-only record: what was written when, and the chain that shows it was not changed since. */
export default function Journal({ ticketRef }: { ticketRef: string }) {
  const { data, error, refetch } = api.useQuery(
    "get",
    "/api/v1/tickets/{ref}/journal",
    { params: { path: { ref: ticketRef } } },
    { staleTime: 0 },
  );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={160} />;
  return (
    <>
      <p className={styles.words}>
        Every line carries a hash over itself and the line before. A changed line would break the chain.
      </p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">What</th>
              <th scope="col">By</th>
              <th scope="col">When</th>
              <th scope="col">Hash</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ seq, type, at, actor, hash, data: content }) => (
              <tr key={seq}>
                <td>{seq}</td>
                <td>
                  {type.replaceAll("_", " ")}
                  {content === null && " (redacted)"}
                </td>
                <td>{actor}</td>
                <td>
                  <Moment at={at} />
                </td>
                <td title={hash}>
                  <code>{hash.slice(0, 12)}…</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
