import { useElementSize } from "@mantine/hooks";
import { UsersRound } from "lucide-react";
import { useMemo } from "react";
import type { Rota, RotaPerson } from "@/client/types";
import { dayOf } from "@/time/dates";
import { EmptyState } from "@/ui/EmptyState";
import type { Asked } from "../forms/RotaForms";
import { axisOf, spanOf } from "./axis";
import { DayScale } from "./DayScale";
import { Legend } from "./Legend";
import { PersonRow } from "./PersonRow";
import styles from "./Picture.module.css";
import { PodBlock } from "./PodBlock";
import { RotaTable } from "./RotaTable";

const usualPx = 640;

/** Pods below one another: a row a person, and beneath each pod how its promised hours are covered. */
export function Picture({ rota, ask }: { rota: Rota; ask: (asked: Asked) => void }) {
  const { ref, width } = useElementSize();
  const axis = useMemo(() => axisOf(rota), [rota]);
  const holidays = useMemo(() => new Map(rota.holidays.map(({ date, name }) => [date, name])), [rota]);
  const span = useMemo(() => spanOf(rota), [rota]);
  const shared = { axis, span, holidays, widthPx: width || usualPx, ask };
  const alone = rota.people.filter(
    ({ id }) => !rota.pods.some(({ pod, members }) => pod && members.includes(id)),
  );
  const people = new Map(rota.people.map((person) => [person.id, person]));

  if (rota.people.length === 0) {
    return (
      <EmptyState icon={UsersRound} title="Nobody works here yet">
        Whoever is invited under People stands here, with the week they work.
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.picture} data-many={rota.days > 10 || undefined}>
        <div className={styles.scaleRow}>
          <div ref={ref} className={styles.scaleTrack}>
            <DayScale axis={axis} holidays={holidays} />
          </div>
        </div>
        {rota.pods.map((pod) => (
          <PodBlock
            key={pod.pod?.id ?? 0}
            pod={pod}
            members={pod.pod ? membersOf(pod.members, pod.lead?.id, people) : []}
            {...shared}
          />
        ))}
        {alone.length > 0 && (
          <section className={styles.pod} aria-label="In no pod">
            <h3 className={styles.podName}>In no pod</h3>
            <div className={styles.rows}>
              {alone.map((person) => (
                <PersonRow key={person.id} person={person} {...shared} />
              ))}
            </div>
          </section>
        )}
        <Legend rota={rota} />
        {rota.holidays.length > 0 && (
          <p className={styles.holidays}>
            {rota.holidays.map(({ date, name }) => `${dayOf(date)}: ${name}`).join(" · ")}
          </p>
        )}
      </div>
      <RotaTable rota={rota} />
    </>
  );
}

/** Who leads first, then by name. */
function membersOf(ids: number[], lead: number | undefined, people: Map<number, RotaPerson>): RotaPerson[] {
  return ids
    .flatMap((id) => people.get(id) ?? [])
    .toSorted((a, b) => Number(b.id === lead) - Number(a.id === lead) || a.name.localeCompare(b.name));
}
