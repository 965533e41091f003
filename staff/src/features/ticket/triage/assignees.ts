import type { Person, Pod } from "@/client/types";

type Choice = { value: string; label: string };
export type ChoiceGroup = { group: string; items: Choice[] };

/** Who can have it: the pod's people first, then everybody else who is active. */
export function assigneeChoices(people: Person[], pod: Pod | undefined): ChoiceGroup[] {
  const active = people.filter((person) => person.active);
  const members = new Set(pod?.members.map(({ id }) => id));
  const choice = ({ id, name }: Person): Choice => ({ value: String(id), label: name });
  const inPod = active.filter(({ id }) => members.has(id)).map(choice);
  const others = active.filter(({ id }) => !members.has(id)).map(choice);
  const groups: ChoiceGroup[] = [];
  if (pod && inPod.length) groups.push({ group: `Pod ${pod.name}`, items: inPod });
  if (others.length) groups.push({ group: pod ? "Others" : "Everybody", items: others });
  return groups;
}
