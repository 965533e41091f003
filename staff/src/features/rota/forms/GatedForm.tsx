import { Button, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import type { RotaEdit } from "@/client/types";
import { Refused } from "@/ui/Refused";
import { GateStep } from "../gate/GateStep";
import { useGate } from "../gate/useGate";
import styles from "./Forms.module.css";
import { editFields, type Fields, unplaced } from "./fields";

type DialogProps = {
  title: string;
  size?: "lg" | "xl";
  opened: boolean;
  close: () => void;
  children: ReactNode;
};

/** A dialog with room for what a change opens. */
export function RotaDialog({ title, size = "lg", opened, close, children }: DialogProps) {
  const narrow = useMediaQuery("(max-width: 640px)");
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      size={size}
      fullScreen={narrow}
      radius={narrow ? 0 : undefined}
    >
      {children}
    </Modal>
  );
}

type Props = {
  /** The edit as it stands in the form, or nothing where the form itself finds something wrong. */
  edit: () => RotaEdit | null;
  /** The names of the fields that say by themselves what is wrong with them. */
  places: string[];
  /** What is done where nothing opens: "Change the week". */
  verb: string;
  /** What is said once it is done. */
  said: string;
  zoneOf: (person: number) => string;
  close: () => void;
  children: (fields: Fields) => ReactNode;
};

/** What is changed, then what that opens; back again loses nothing. */
export function GatedForm({ edit, places, verb, said, zoneOf, close, children }: Props) {
  const gate = useGate();
  const fields = gate.looked ? {} : editFields(gate.refusal);
  return (
    <>
      <form
        className={styles.form}
        hidden={gate.looked !== null}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = edit();
          if (wanted) void gate.look(wanted);
        }}
      >
        {children(fields)}
        <Refused refusal={gate.looked ? null : unplaced(gate.refusal, fields, places)} />
        <div className={styles.buttons}>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={gate.busy === "looking"}>
            See what it opens
          </Button>
        </div>
      </form>
      <GateStep
        gate={gate}
        verb={verb}
        zoneOf={zoneOf}
        back={{ words: "Back", go: gate.back }}
        done={() => {
          notifications.show({ message: said });
          close();
        }}
      />
    </>
  );
}
