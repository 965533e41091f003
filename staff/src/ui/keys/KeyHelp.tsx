import { Modal } from "@mantine/core";
import { Fragment } from "react";
import { Keys } from "./Keys";
import styles from "./Keys.module.css";
import { keyMap } from "./keyMap";

const rooms = [
  { room: "everywhere", title: "Everywhere" },
  { room: "queue", title: "In the queue" },
  { room: "ticket", title: "On a ticket" },
  { room: "rota", title: "On the rota" },
  { room: "hand-offs", title: "In the hand-offs" },
] as const;

export function KeyHelp({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Modal opened={opened} onClose={close} title="Keys" size="lg">
      <div className={styles.rooms}>
        {rooms.map(({ room, title }) => (
          <section key={room}>
            <h3 className={styles.room}>{title}</h3>
            <dl className={styles.list}>
              {Object.entries(keyMap)
                .filter(([, entry]) => entry.room === room)
                .map(([action, entry]) => (
                  <Fragment key={action}>
                    <dt>{entry.words}</dt>
                    <dd>
                      <Keys keys={entry.keys} />
                    </dd>
                  </Fragment>
                ))}
              {room === "queue" && (
                <>
                  <dt>Open the ticket</dt>
                  <dd>
                    <Keys keys={["Enter"]} />
                  </dd>
                </>
              )}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
