import { ActionIcon, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { ArrowLeftRight, CalendarClock, Ellipsis, GraduationCap, Undo2, UserRoundX } from "lucide-react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import type { RotaChange, RotaPerson } from "@/client/types";
import { useSession } from "@/features/session/session";
import { datesInWords } from "@/time/dates";
import type { Asked } from "../forms/RotaForms";
import { useRotaChanged } from "../rota";

type Props = { person: RotaPerson; ask: (asked: Asked) => void };

/** What may be changed about somebody's hours, by whoever may. */
export function PersonEdits({ person, ask }: Props) {
  const { role } = useSession().person;
  const changed = useRotaChanged();
  const withdraw = api.useMutation("post", "/api/v1/time-off/{id}/withdrawal", {
    onSuccess: () => {
      changed();
      notifications.show({ message: `${person.name} counts as at work again.` });
    },
    onError: (error) => {
      const { title, detail } = refusalOf(error);
      notifications.show({ color: "red", message: detail ?? title });
    },
  });
  if (role === "member") return null;
  const manager = role === "manager";
  const swaps = once(person.changes, ({ swap }) => swap);
  const absences = once(
    person.changes.filter(({ kind }) => kind === "absence"),
    ({ time_off }) => time_off,
  );
  return (
    <Menu position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Change when ${person.name} works`}>
          <Ellipsis size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {manager && (
          <>
            <Menu.Item
              leftSection={<CalendarClock size={15} aria-hidden="true" />}
              onClick={() => ask({ what: "week", person })}
            >
              Their week…
            </Menu.Item>
            <Menu.Item
              leftSection={<GraduationCap size={15} aria-hidden="true" />}
              onClick={() => ask({ what: "skills", person })}
            >
              Their skills…
            </Menu.Item>
          </>
        )}
        <Menu.Item
          leftSection={<UserRoundX size={15} aria-hidden="true" />}
          onClick={() => ask({ what: "absence", person })}
        >
          Record an absence…
        </Menu.Item>
        {manager && (
          <Menu.Item
            leftSection={<ArrowLeftRight size={15} aria-hidden="true" />}
            onClick={() => ask({ what: "swap", person })}
          >
            Agree a swap…
          </Menu.Item>
        )}
        {manager && swaps.length + absences.length > 0 && <Menu.Divider />}
        {manager &&
          swaps.map((change) => (
            <Menu.Item
              key={`swap ${change.swap}`}
              leftSection={<Undo2 size={15} aria-hidden="true" />}
              onClick={() => ask({ what: "withdraw", person, change })}
            >
              Withdraw the swap of {datesInWords(change.first_date, change.last_date)}…
            </Menu.Item>
          ))}
        {manager &&
          absences.map(({ time_off, first_date, last_date }) => (
            <Menu.Item
              key={`absence ${time_off}`}
              leftSection={<Undo2 size={15} aria-hidden="true" />}
              onClick={() => time_off !== null && withdraw.mutate({ params: { path: { id: time_off } } })}
            >
              Take back the absence, {datesInWords(first_date, last_date)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** A swap has two changes, what is taken on and what is given away; it is one all the same. */
function once(changes: RotaChange[], id: (change: RotaChange) => number | null): RotaChange[] {
  const seen = new Map<number, RotaChange>();
  for (const change of changes) {
    const of = id(change);
    if (of !== null && !seen.has(of)) seen.set(of, change);
  }
  return [...seen.values()];
}
