import { Button, Modal } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import styles from "./Leaving.module.css";

/** Whoever leaves with unsaved changes is told that they are not in force, and that they are kept. */
export function Leaving({ dirty, discard }: { dirty: boolean; discard: () => void }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <Modal opened={status === "blocked"} onClose={() => reset?.()} title="The hours are not saved" size="md">
      <div className={styles.question}>
        <p>Your changes are not in force. They stay in this browser until you come back.</p>
        <div className={styles.buttons}>
          <Button
            variant="default"
            onClick={() => {
              discard();
              proceed?.();
            }}
          >
            Discard and leave
          </Button>
          <Button variant="default" onClick={() => proceed?.()}>
            Leave, keep them
          </Button>
          <Button data-autofocus onClick={() => reset?.()}>
            Stay
          </Button>
        </div>
      </div>
    </Modal>
  );
}
