import { Button, Modal } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import styles from "./Edit.module.css";

/** Whoever leaves with unsaved changes is told that they would be lost. */
export function LeaveQuestion({ dirty }: { dirty: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <Modal
      opened={status === "blocked"}
      onClose={() => reset?.()}
      title="The agreement is not saved"
      size="md"
    >
      <div className={styles.question}>
        <p>Your changes are not in force, and are lost once you leave.</p>
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => proceed?.()}>
            Discard and leave
          </Button>
          <Button data-autofocus onClick={() => reset?.()}>
            Stay
          </Button>
        </div>
      </div>
    </Modal>
  );
}
