import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { SquarePen } from "lucide-react";
import { QueueViews } from "@/features/queue/QueueViews";
import { useSession } from "@/features/session/session";
import { Keys } from "@/ui/keys/Keys";
import { AccountMenu } from "./AccountMenu";
import { DeskNow } from "./DeskNow";
import { ResponseFigure } from "./ResponseFigure";
import { otherRooms } from "./rooms";
import styles from "./Sidebar.module.css";

export function Sidebar({ showHelp }: { showHelp: () => void }) {
  const session = useSession();
  const navigate = useNavigate();
  const rooms = otherRooms.filter((room) => room.open(session));
  return (
    <div className={styles.sidebar}>
      <DeskNow name={session.desk_name} />
      <Button
        className={styles.compose}
        variant="default"
        fullWidth
        justify="space-between"
        leftSection={<SquarePen size={15} aria-hidden="true" />}
        rightSection={<Keys keys={["c"]} />}
        onClick={() => void navigate({ to: "/new" })}
      >
        New ticket
      </Button>
      <QueueViews />
      {rooms.length > 0 && (
        <nav aria-label="Rooms" className={styles.rooms}>
          {rooms.map(({ to, words, icon: Icon, useCount }) => (
            <Link key={to} to={to} className={styles.link} activeProps={{ "data-here": true }}>
              <Icon size={16} aria-hidden="true" />
              {words}
              {useCount && <Waiting useCount={useCount} />}
            </Link>
          ))}
        </nav>
      )}
      <div className={styles.foot}>
        <ResponseFigure />
        <AccountMenu session={session} showHelp={showHelp} />
      </div>
    </div>
  );
}

/** How much waits in a room. */
function Waiting({ useCount }: { useCount: () => number }) {
  const count = useCount();
  if (count === 0) return null;
  return (
    <span className={styles.count}>
      {count}
      <span className="visually-hidden"> waiting</span>
    </span>
  );
}
