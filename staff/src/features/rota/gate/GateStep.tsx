import { Button } from "@mantine/core";
import { ArrowLeftRight, CircleCheck, TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { Opening, SwapEdit } from "@/client/types";
import { usePeople, usePods } from "@/features/desk/directory";
import { Refused } from "@/ui/Refused";
import { coveringSwap, withoutSwap, withSwap } from "./covering";
import styles from "./Gate.module.css";
import { allTheSame, openingCount, openingInWords, swapWhen } from "./gateWords";
import { News } from "./News";
import { OpeningItem } from "./OpeningItem";
import type { Gate, Looked } from "./useGate";

type Props = {
  gate: Gate;
  /** What is done where nothing opens: "Grant it". */
  verb: string;
  zoneOf: (person: number) => string;
  done: () => void;
  back: { words: string; go: () => void };
  /** What is said with it, and the field for that. */
  said?: string;
  children?: ReactNode;
};

const nothing: Looked = { edit: {}, look: { opens: [], more: 0, seen: null } };

/** The gate: what a change opens, and who could cover it, before it is made. */
export function GateStep({ gate, verb, zoneOf, done, back, said, children }: Props) {
  const step = useRef<HTMLDivElement>(null);
  const people = usePeople();
  const pods = usePods();
  const { looked } = gate;
  const { edit, look } = looked ?? nothing;
  const count = openingCount(look);
  const swap = edit.grant_time_off?.swap;
  const name = (id: number) => people.find((person) => person.id === id)?.name ?? "Somebody";
  const counts = ({ pod }: Opening, person: number) =>
    pod === null ||
    (edit.change_pod?.pod === pod.id
      ? edit.change_pod.members.includes(person)
      : pods.some(({ id, members }) => id === pod.id && members.some((member) => member.id === person)));
  // A swap that is agreed on at once is no matter of one key.
  const alone = withSwap(edit, { person: 0, on: { date: "" } }) === null;
  const firstCoverable = look.opens.findIndex((opening) =>
    opening.could_cover.some(({ id }) => counts(opening, id)),
  );
  // Enter never opens a gap: it takes the first who could cover as part of the grant, or leads back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something else is shown
  useEffect(() => step.current?.querySelector<HTMLElement>("[data-first]")?.focus(), [look, firstCoverable]);
  if (!looked) return null;

  async function cover(opening: Opening, person: number) {
    const taken = coveringSwap(person, opening.gap.first, zoneOf(person));
    const together = withSwap(edit, taken);
    await (together ? gate.look(together) : gate.agree(taken));
  }

  return (
    <div ref={step} className={styles.gate}>
      <div role="status">
        <h3 className={styles.title} data-opens={count > 0 || undefined}>
          {count > 0 ? (
            <TriangleAlert size={18} aria-hidden="true" />
          ) : (
            <CircleCheck size={18} aria-hidden="true" />
          )}
          {openingInWords(look)}
        </h3>
      </div>
      {gate.news && <News />}
      {count === 0 && (
        <p className={styles.words}>
          {swap ? "With the swap no" : "No"} promised hour of the next 52 weeks loses the people it needs.
        </p>
      )}
      {swap && <Together swap={swap} name={name(swap.person)} leave={() => gate.look(withoutSwap(edit))} />}
      {look.opens.length > 0 && (
        <ul className={styles.openings}>
          {look.opens.map((opening, index) => (
            <OpeningItem
              key={`${opening.pod?.id} ${opening.gap.first.from}`}
              opening={opening}
              first={index === firstCoverable}
              byItself={alone}
              busy={gate.busy !== null}
              counts={(person) => counts(opening, person)}
              cover={(person) => void cover(opening, person)}
            />
          ))}
        </ul>
      )}
      {look.more > 0 && <p className={styles.words}>and {look.more} more gaps like these</p>}
      {children}
      <Refused refusal={gate.news ? null : gate.refusal} />
      <div className={styles.buttons}>
        <Button
          variant="default"
          data-first={(count > 0 && (alone || firstCoverable === -1)) || undefined}
          onClick={back.go}
        >
          {back.words}
        </Button>
        <Button
          data-first={count === 0 || undefined}
          variant={count > 0 ? "default" : "filled"}
          loading={gate.busy === "doing"}
          disabled={gate.busy === "looking"}
          onClick={() => void gate.carryOut(said).then((carried) => carried && done())}
        >
          {count > 0 ? allTheSame(look) : verb}
        </Button>
      </div>
    </div>
  );
}

/** The swap that is agreed on with it. */
function Together({ swap, name, leave }: { swap: SwapEdit; name: string; leave: () => void }) {
  return (
    <p className={styles.together}>
      <ArrowLeftRight size={15} aria-hidden="true" />
      <span>
        With it: <strong>{name}</strong> takes on {swapWhen(swap)}.
      </span>
      <Button variant="subtle" color="gray" size="compact-xs" onClick={leave}>
        Leave it out
      </Button>
    </p>
  );
}
