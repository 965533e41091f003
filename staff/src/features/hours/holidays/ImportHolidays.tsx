import { Button, Modal } from "@mantine/core";
import { FileUp } from "lucide-react";
import { useRef } from "react";
import type { Holiday } from "@/client/types";
import { Refused } from "@/ui/Refused";
import styles from "./Holidays.module.css";
import { ImportedEntries } from "./ImportedEntries";
import { useHolidayFile } from "./useHolidayFile";

type Props = { there: Holiday[]; add: (holidays: Holiday[]) => void };

/** Holidays from an iCalendar file: the desk reads it, a person looks it through, then they are in the draft. */
export function ImportHolidays({ there, add }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const { entries, refusal, busy, read, close } = useHolidayFile();
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".ics,.ical,text/calendar"
        hidden
        aria-label="iCalendar file"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file chosen again is a change, too.
          event.currentTarget.value = "";
          if (file) void read(file);
        }}
      />
      <Button
        variant="default"
        size="xs"
        loading={busy}
        leftSection={<FileUp size={15} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        Import a file (.ics)
      </Button>
      <Modal
        opened={entries !== null || refusal !== null}
        onClose={close}
        title={entries ? `Holidays from ${entries.source}` : "The file was not read"}
        size="lg"
      >
        {refusal && (
          <div className={styles.dialog}>
            <Refused refusal={refusal} />
            <div className={styles.buttons}>
              <Button variant="default" onClick={close}>
                Close
              </Button>
              <Button
                onClick={() => {
                  close();
                  input.current?.click();
                }}
              >
                Choose another file
              </Button>
            </div>
          </div>
        )}
        {entries && (
          <ImportedEntries
            entries={entries}
            there={there}
            close={close}
            add={(holidays) => {
              add(holidays);
              close();
            }}
          />
        )}
      </Modal>
    </>
  );
}
