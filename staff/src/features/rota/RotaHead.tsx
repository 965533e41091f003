import { ActionIcon, Button, SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { ArrowLeftRight, ChevronLeft, ChevronRight, UserRoundX } from "lucide-react";
import type { Role } from "@/client/types";
import { serverNow } from "@/time/serverClock";
import { zoneAbbreviation } from "@/time/zone";
import { useDeskZone } from "@/ui/deskZone";
import { useKeys } from "@/ui/keys/useKeys";
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
  useKeys({ earlier: () => step(-1), later: () => step(1), today: () => go({ span: search.span }) });
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
      <div className={styles.steps}>
        <ActionIcon variant="default" size={34} aria-label={`The ${span} before`} onClick={() => step(-1)}>
          <ChevronLeft size={16} aria-hidden="true" />
        </ActionIcon>
        <Button
          variant="default"
          disabled={search.from === undefined}
          onClick={() => go({ span: search.span })}
        >
          Today
        </Button>
        <ActionIcon variant="default" size={34} aria-label={`The ${span} after`} onClick={() => step(1)}>
          <ChevronRight size={16} aria-hidden="true" />
        </ActionIcon>
        <h2 className={styles.range} aria-live="polite">
          {title}
        </h2>
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
      </div>
    </header>
  );
}
