import { Button, Skeleton, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useCallback, useEffect, useRef, useState } from "react";
import type { TimeOff } from "@/client/types";
import { RotaDialog } from "@/features/rota/forms/GatedForm";
import { GateStep } from "@/features/rota/gate/GateStep";
import { useGate } from "@/features/rota/gate/useGate";
import { useRota } from "@/features/rota/rota";
import { useDeskZone } from "@/ui/deskZone";
import { Refused } from "@/ui/Refused";
import styles from "./TimeOff.module.css";
import { timeOffWhen } from "./timeOffWords";

export function GrantDialog({ timeOff, close }: { timeOff: TimeOff | null; close: () => void }) {
  const title = timeOff ? `Grant ${timeOff.person.name} ${timeOffWhen(timeOff)}?` : "";
  return (
    <RotaDialog title={title} opened={timeOff !== null} close={close}>
      {timeOff && <Grant timeOff={timeOff} close={close} />}
    </RotaDialog>
  );
}

/** What it opens is asked for at once, so that nobody grants before seeing it. */
function Grant({ timeOff, close }: { timeOff: TimeOff; close: () => void }) {
  const gate = useGate();
  const zone = useDeskZone();
  const { data: rota } = useRota(timeOff.first_date, 1);
  const [answer, setAnswer] = useState("");
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void gate.look({ grant_time_off: { time_off: timeOff.id } });
  });
  const zoneOf = useCallback(
    (person: number) => rota?.people.find(({ id }) => id === person)?.week.time_zone ?? zone,
    [rota, zone],
  );
  if (!gate.looked) {
    return gate.refusal ? (
      <div className={styles.form}>
        <Refused refusal={gate.refusal} />
        <div className={styles.buttons}>
          <Button variant="default" data-autofocus onClick={close}>
            Close
          </Button>
        </div>
      </div>
    ) : (
      <div aria-busy="true">
        <Skeleton height={20} width="50%" mb={12} />
        <Skeleton height={96} />
      </div>
    );
  }
  return (
    <GateStep
      gate={gate}
      verb="Grant it"
      zoneOf={zoneOf}
      said={answer}
      back={{ words: "Cancel", go: close }}
      done={() => {
        notifications.show({ message: `${timeOff.person.name} has the time off, and is told by mail.` });
        close();
      }}
    >
      <Textarea
        label={`A word to ${timeOff.person.name.split(" ")[0]}`}
        placeholder="Optional"
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
    </GateStep>
  );
}
