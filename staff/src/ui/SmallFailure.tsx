import { Button } from "@mantine/core";
import { refusalOf } from "@/client/refusal";
import styles from "./SmallFailure.module.css";

/** A part of a page could not be loaded: one line of why, and the way to try again. */
export function SmallFailure({ error, retry }: { error: unknown; retry: () => void }) {
  const { title, detail } = refusalOf(error);
  return (
    <div role="alert" className={styles.failure}>
      <p>
        <strong>{title}.</strong> {detail}
      </p>
      <Button variant="default" size="compact-xs" onClick={retry}>
        Try again
      </Button>
    </div>
  );
}
