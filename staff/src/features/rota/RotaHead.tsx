import { Button, SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { ArrowLeftRight, UserRoundX } from "lucide-react";
import type { Role } from "@/client/types";
import { serverNow } from "@/time/serverClock";
import { zoneAbbreviation } from "@/time/zone";
import { useDeskZone } from "@/ui/deskZone";
import { Steps } from "@/ui/Steps";
import type { Asked } from "./forms/RotaForms";
import styles from "./Rota.module.css";
import { type RotaSearch, stepped } from "./search";

type Props = {
  search: RotaSearch;
  today: string;
  title: string;
  role: Role;
  /** Left out until there is something to change. */
  ask?: (asked: Asked) => void;
};

/** Which days are shown, the ways to others, and what can be done from here. */
export function RotaHead({ search, today, title, role, ask }: Props) {
  const navigate = useNavigate();
  const zone = useDeskZone();
  const go = (to: RotaSearch) => void navigate({ to: "/rota", search: to });
  const step = (steps: number) => go(stepped(search, today, steps));
  const span = search.span ?? "week";
  return (
    <header className={styles.head}>
      <div className={styles.names}>
        <h1 className={styles.title}>Rota</h1>
        <p className={styles.words}>
          Times in {zone.replaceAll("_", " ")} ({zoneAbbreviation(serverNow(), zone)})
        </p>
      </div>
      {ask && role !== "member" && (
        <div className={styles.actions}>
          <Button
            variant="default"
            leftSection={<UserRoundX size={15} aria-hidden="true" />}
            onClick={() => ask({ what: "absence" })}
          >
            Record an absence
          </Button>
          {role === "manager" && (
            <Button
              variant="default"
              leftSection={<ArrowLeftRight size={15} aria-hidden="true" />}
              onClick={() => ask({ what: "swap" })}
            >
              Agree a swap
            </Button>
          )}
        </div>
      )}
      <Steps
        span={span}
        title={title}
        before={() => step(-1)}
        after={() => step(1)}
        now={search.from === undefined ? undefined : () => go({ span: search.span })}
        nowWords="Today"
      >
        <SegmentedControl
          className={styles.span}
          size="xs"
          aria-label="How much is shown"
          data={[
            { value: "week", label: "Week" },
            { value: "month", label: "Month" },
          ]}
          value={span}
          onChange={(value) => go({ ...search, span: value === "month" ? "month" : undefined })}
        />
      </Steps>
    </header>
  );
}
