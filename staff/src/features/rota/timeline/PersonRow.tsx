import { useMemo } from "react";
import type { Role, RotaPerson } from "@/client/types";
import { roleName } from "@/features/people/accounts";
import { hoursAndMinutes } from "@/time/words";
import { PersonMark } from "@/ui/PersonTag";
import type { Asked } from "../forms/RotaForms";
import type { Axis } from "./axis";
import { placed, stretchesOf, stretchInWords } from "./bars";
import { PersonEdits } from "./PersonEdits";
import styles from "./Picture.module.css";
import { lengthOf, type Period } from "./periods";
import { shortHours } from "./shortHours";
import { Track } from "./Track";

type Props = {
  person: RotaPerson;
  lead?: boolean;
  axis: Axis;
  span: Period;
  holidays: Map<string, string>;
  widthPx: number;
  ask: (asked: Asked) => void;
};

export function PersonRow({ person, lead = false, axis, span, holidays, widthPx, ask }: Props) {
  const { name, role, time_zone } = person;
  const items = useMemo(
    () =>
      placed(axis, stretchesOf(person, span, new Set(holidays.keys()))).map((stretch) => ({
        ...stretch,
        look: stretch.kind,
        words: stretchInWords(stretch, axis.zone, time_zone),
        label: shortHours(stretch, axis.zone),
      })),
    [person, axis, span, holidays, time_zone],
  );
  const worked = lengthOf(items.filter(({ kind }) => kind === "present" || kind === "extra"));
  const abroad = time_zone === axis.zone ? "" : (time_zone.split("/").at(-1) ?? "").replaceAll("_", " ");
  return (
    <div className={styles.row}>
      <div className={styles.who}>
        <PersonMark name={name} size={24} />
        <span className={styles.names}>
          <span className={styles.name}>
            <span className={styles.nameText}>{name}</span>
            {lead && <span className={styles.lead}>Lead</span>}
          </span>
          <span className={styles.role}>
            {[roleName(role as Role), abroad, hoursAndMinutes(worked / 1000)].filter(Boolean).join(" · ")}
          </span>
        </span>
        <PersonEdits person={person} ask={ask} />
      </div>
      <Track name={name} axis={axis} holidays={holidays} items={items} widthPx={widthPx} kind="person" />
    </div>
  );
}
