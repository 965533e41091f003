import { Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { Menu } from "lucide-react";
import { useEffect } from "react";
import { useDeskStatus } from "@/features/desk/deskStatus";
import { lastQueue } from "@/features/queue/lastQueue";
import { useLive } from "@/live/useLive";
import { localZone } from "@/time/zone";
import { DeskZone } from "@/ui/deskZone";
import { KeyHelp } from "@/ui/keys/KeyHelp";
import { useKeys } from "@/ui/keys/useKeys";
import { TierTitles } from "@/ui/tiers";
import { LiveHint } from "./LiveHint";
import styles from "./Shell.module.css";
import { Sidebar } from "./Sidebar";

const noTitles: string[] = [];

export function Shell() {
  const live = useLive();
  const status = useDeskStatus();
  const navigate = useNavigate();
  const [help, { open: showHelp, close: hideHelp }] = useDisclosure(false);
  const [menu, { open: openMenu, close: closeMenu }] = useDisclosure(false);
  const place = useRouterState({ select: ({ location }) => location.href });

  useKeys({
    help: showHelp,
    newTicket: () => void navigate({ to: "/new" }),
    goQueue: () => void navigate({ to: "/", search: lastQueue() }),
    goHours: () => void navigate({ to: "/hours" }),
    goRota: () => void navigate({ to: "/rota" }),
    goWeek: () => void navigate({ to: "/my-week" }),
    goHandOffs: () => void navigate({ to: "/hand-offs" }),
    goTime: () => void navigate({ to: "/time" }),
    goTimeOff: () => void navigate({ to: "/time-off" }),
    search: () => void navigate({ to: "/", search: lastQueue(), hash: "find" }),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: wherever one goes, the drawer is done
  useEffect(closeMenu, [place]);

  return (
    <DeskZone value={status?.time_zone ?? localZone}>
      <TierTitles value={status?.tiers ?? noTitles}>
        <a className={styles.skip} href="#room">
          Skip to the content
        </a>
        <div className={styles.shell}>
          <aside className={styles.aside} aria-label="Desk and views">
            <Sidebar showHelp={showHelp} />
          </aside>
          <nav className={styles.top} aria-label="Desk">
            <button
              type="button"
              className={styles.menu}
              onClick={openMenu}
              aria-label="Menu"
              aria-expanded={menu}
            >
              <Menu size={20} aria-hidden="true" />
            </button>
            <span className={styles.desk}>{status?.name}</span>
          </nav>
          <main id="room" className={styles.room} tabIndex={-1}>
            <LiveHint state={live} />
            <Outlet />
          </main>
        </div>
        <Drawer
          opened={menu}
          onClose={closeMenu}
          size={264}
          title="Menu"
          padding={0}
          classNames={{ header: styles.drawer }}
        >
          <Sidebar showHelp={showHelp} />
        </Drawer>
        <KeyHelp opened={help} close={hideHelp} />
      </TierTitles>
    </DeskZone>
  );
}
