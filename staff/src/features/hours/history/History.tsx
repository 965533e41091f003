import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Moment } from "@/ui/Moment";
import { SmallFailure } from "@/ui/SmallFailure";
import { versionsQuery } from "../businessHours";
import styles from "./History.module.css";

const few = 5;

/** Who changed the hours, when and how; the newest first. */
export function History({ current }: { current: number }) {
  const { data, error, refetch } = useQuery({ ...versionsQuery, staleTime: 0 });
  const [all, setAll] = useState(false);
  if (error && !data) return <SmallFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={96} />;
  const shown = all ? data.items : data.items.slice(0, few);
  return (
    <>
      <ol className={styles.versions}>
        {shown.map(({ version, at, by, changes }) => (
          <li key={version} className={styles.version}>
            <span className={styles.number}>
              Version {version}
              {version === current && <span className={styles.now}>in force</span>}
            </span>
            <span className={styles.who}>
              {by ?? "Set up with the desk"}, <Moment at={at} relative />
            </span>
            <ul className={styles.changes}>
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {data.items.length > few && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? "Show fewer" : `Show all ${data.items.length} versions`}
        </Button>
      )}
    </>
  );
}
