import { ActionIcon, Menu } from "@mantine/core";
import { Building2, CircleCheck, Ellipsis, Users } from "lucide-react";
import { useId, useMemo, useState } from "react";
import type { RotaPerson, RotaPod } from "@/client/types";
import { useSession } from "@/features/session/session";
import type { Asked } from "../forms/RotaForms";
import { endangersInWords, gapCount, gapWhen, shortOf } from "../gaps/gapWords";
import type { Axis } from "./axis";
import { PersonRow } from "./PersonRow";
import styles from "./Picture.module.css";
import type { Period } from "./periods";
import { stripOf } from "./strip";
import { Track } from "./Track";

type Props = {
  pod: RotaPod;
  members: RotaPerson[];
  axis: Axis;
  span: Period;
  holidays: Map<string, string>;
  widthPx: number;
  ask: (asked: Asked) => void;
};

/** One pod, or the desk as a whole: its people, and what of its promised hours they cover. */
export function PodBlock({ pod, members, ...shared }: Props) {
  const { axis, holidays, widthPx, ask } = shared;
  const heading = useId();
  const name = pod.pod ? pod.pod.name : "The desk as a whole";
  const strip = useMemo(() => stripOf(pod, axis), [pod, axis]);
  const items = strip.map((box) => ({ ...box, look: box.kind }));
  return (
    <section className={styles.pod} aria-labelledby={heading}>
      <div className={styles.podHead}>
        <h3 id={heading} className={styles.podName}>
          {name}
        </h3>
        <span className={styles.podWords}>{servedInWords(pod)}</span>
        {pod.pod && <PodEdits pod={pod} ask={ask} />}
      </div>
      <div className={styles.rows}>
        {members.map((person) => (
          <PersonRow key={person.id} person={person} lead={person.id === pod.lead?.id} {...shared} />
        ))}
        {pod.pod && members.length === 0 && (
          <p className={styles.none}>No members yet: nobody covers its hours.</p>
        )}
        <div className={styles.row} data-coverage>
          <div className={styles.covers}>
            Coverage
            {pod.needed > 1 && <span className={styles.needed}> · {pod.needed} needed</span>}
          </div>
          <Track
            name={`Coverage of ${name}`}
            axis={axis}
            holidays={holidays}
            items={items}
            widthPx={widthPx}
            kind="coverage"
          />
        </div>
        <Gaps pod={pod} zone={axis.zone} />
      </div>
    </section>
  );
}

function servedInWords({ pod, clients }: RotaPod): string {
  if (pod === null) return clients.length === 1 ? "1 client" : `all ${clients.length} clients`;
  if (clients.length === 0) return "serves no client";
  const [first, second, ...more] = clients.map(({ name }) => name);
  return `serves ${[first, second].filter(Boolean).join(", ")}${more.length > 0 ? ` and ${more.length} more` : ""}`;
}

const listed = 4;

function Gaps({ pod: { gaps, promised }, zone }: { pod: RotaPod; zone: string }) {
  const [all, setAll] = useState(false);
  if (promised.length === 0) return <p className={styles.kept}>Nothing is promised in these days.</p>;
  if (gaps.length === 0) {
    return (
      <p className={styles.kept}>
        <CircleCheck size={14} aria-hidden="true" /> Every promised hour is covered
      </p>
    );
  }
  const shown = all ? gaps : gaps.slice(0, listed);
  return (
    <ul className={styles.gaps} aria-label={gapCount(gaps.length)}>
      {shown.map((gap) => (
        <li key={gap.from} data-nobody={gap.present === 0 || undefined}>
          <strong>
            {gapWhen(gap, zone)}, {shortOf(gap)}
          </strong>
          : {gap.cause}
          {endangersInWords(gap) && `; ${endangersInWords(gap)}`}
        </li>
      ))}
      {gaps.length > listed && (
        <li className={styles.more}>
          <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Show fewer" : `Show ${gaps.length - listed} more`}
          </button>
        </li>
      )}
    </ul>
  );
}

function PodEdits({ pod, ask }: { pod: RotaPod; ask: (asked: Asked) => void }) {
  if (useSession().person.role !== "manager") return null;
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <ActionIcon
          className={styles.podMenu}
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Change pod ${pod.pod?.name}`}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Users size={15} aria-hidden="true" />}
          onClick={() => ask({ what: "pod", pod })}
        >
          Members, lead, how many…
        </Menu.Item>
        <Menu.Item
          leftSection={<Building2 size={15} aria-hidden="true" />}
          onClick={() => ask({ what: "client", pod })}
        >
          Move a client…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
