import { useLocalStorage } from "@mantine/hooks";
import { useSession } from "@/features/session/session";
import { emptyIntake, type IntakeDraft } from "./intakeDraft";

/** Kept in the browser: a call is interrupted more often than one thinks. */
export function useIntakeDraft() {
  const { person } = useSession();
  const [stored, setStored, forget] = useLocalStorage<IntakeDraft>({
    key: `punctual.intake.${person.id}`,
    defaultValue: emptyIntake,
    getInitialValueInEffect: false,
  });
  const draft: IntakeDraft = { ...emptyIntake, ...stored };
  const change = (part: Partial<IntakeDraft>) =>
    setStored((before) => ({ ...emptyIntake, ...before, ...part }));
  return { draft, change, forget };
}
