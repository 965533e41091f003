import { useCallback } from "react";
import type { Rota, RotaChange, RotaPerson, RotaPod } from "@/client/types";
import { AbsenceForm } from "./AbsenceForm";
import { ClientForm } from "./ClientForm";
import { RotaDialog } from "./GatedForm";
import { PodForm } from "./PodForm";
import { SkillsForm } from "./SkillsForm";
import { SwapForm } from "./SwapForm";
import { WeekForm } from "./WeekForm";
import { WithdrawSwapForm } from "./WithdrawSwapForm";

export type FormProps = {
  people: RotaPerson[];
  zoneOf: (person: number) => string;
  close: () => void;
};

/** What somebody wants to change, and of whom. */
export type Asked =
  | { what: "week"; person: RotaPerson }
  | { what: "skills"; person: RotaPerson }
  | { what: "absence"; person?: RotaPerson }
  | { what: "swap"; person?: RotaPerson }
  | { what: "withdraw"; person: RotaPerson; change: RotaChange }
  | { what: "pod"; pod: RotaPod }
  | { what: "client"; pod: RotaPod };

function titleOf(asked: Asked): string {
  switch (asked.what) {
    case "week":
      return `${asked.person.name}'s week`;
    case "skills":
      return `${asked.person.name}'s skills`;
    case "absence":
      return "Record an absence";
    case "swap":
      return "Agree a swap";
    case "withdraw":
      return `Withdraw the swap with ${asked.person.name}?`;
    case "pod":
      return `Pod ${asked.pod.pod?.name}`;
    case "client":
      return "Move a client to another pod";
  }
}

/** The forms of the rota, one at a time. Each is looked at before it is made. */
export function RotaForms({ rota, asked, close }: { rota: Rota; asked: Asked | null; close: () => void }) {
  const { people, time_zone } = rota;
  const zoneOf = useCallback(
    (person: number) => people.find(({ id }) => id === person)?.week.time_zone ?? time_zone,
    [people, time_zone],
  );
  const props = { people, zoneOf, close };
  return (
    <RotaDialog
      title={asked ? titleOf(asked) : ""}
      size={asked?.what === "week" ? "xl" : "lg"}
      opened={asked !== null}
      close={close}
    >
      {asked?.what === "week" && <WeekForm {...props} person={asked.person} />}
      {asked?.what === "skills" && <SkillsForm {...props} person={asked.person} />}
      {asked?.what === "absence" && <AbsenceForm {...props} person={asked.person} />}
      {asked?.what === "swap" && <SwapForm {...props} person={asked.person} />}
      {asked?.what === "withdraw" && (
        <WithdrawSwapForm {...props} person={asked.person} change={asked.change} />
      )}
      {asked?.what === "pod" && <PodForm {...props} pod={asked.pod} />}
      {asked?.what === "client" && <ClientForm {...props} pod={asked.pod} />}
    </RotaDialog>
  );
}
