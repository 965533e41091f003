import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import { Moment } from "@/ui/Moment";
import { versionsQuery } from "../businessHours";
import styles from "./DraftBar.module.css";

/** Somebody made a version while this was edited: who, what, and how to go on without losing either. */
export function Outdated({ since, adopt }: { since: number; adopt: () => void }) {
  const { data } = useQuery({ ...versionsQuery, staleTime: 0 });
  const newer = data?.items.filter(({ version }) => version > since) ?? [];
  return (
    <div className={styles.outdated} role="alert">
      <UsersRound size={16} aria-hidden="true" />
      <div>
        <strong>Somebody changed the hours while you were editing.</strong> Nothing of yours was saved or
        lost.
        <ul>
          {newer.map(({ version, at, by, changes }) => (
            <li key={version}>
              Version {version} by {by ?? "the desk"}, <Moment at={at} relative />: {changes.join(" ")}
            </li>
          ))}
        </ul>
        <Button size="xs" variant="default" onClick={adopt}>
          Load theirs and put my changes on top
        </Button>
      </div>
    </div>
  );
}
