import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { RotaPod } from "@/client/types";
import styles from "./Forms.module.css";
import type { Fields } from "./fields";
import { GatedForm } from "./GatedForm";
import type { FormProps } from "./RotaForms";

const noLead = "none";

/** Who is in a pod, who leads it, and how many must be there in every promised hour. */
export function PodForm({ people, pod, zoneOf, close }: FormProps & { pod: RotaPod }) {
  const [members, setMembers] = useState(new Set(pod.members));
  const [lead, setLead] = useState<number | null>(pod.lead?.id ?? null);
  const [needed, setNeeded] = useState(String(pod.needed));
  const [asked, setAsked] = useState(false);
  const chosen = people.filter(({ id }) => members.has(id));
  const id = pod.pod?.id ?? 0;
  const count = /^\d+$/.test(needed.trim()) ? Number(needed) : 0;
  const own: Fields = {
    ...(members.size === 0 ? { members: "A pod without members covers nothing; choose somebody." } : {}),
    ...(count < 1 ? { needed: "A number from 1 on." } : {}),
  };

  function toggle(person: number, there: boolean) {
    const next = new Set(members);
    if (there) next.add(person);
    else next.delete(person);
    setMembers(next);
    if (!there && lead === person) setLead(null);
  }

  function edit() {
    setAsked(true);
    if (Object.keys(own).length > 0) return null;
    return { change_pod: { pod: id, members: [...members].toSorted((a, b) => a - b), lead, needed: count } };
  }

  return (
    <GatedForm
      edit={edit}
      places={["members", "lead", "needed"]}
      verb="Change the pod"
      said={`Pod ${pod.pod?.name} is changed.`}
      zoneOf={zoneOf}
      close={close}
    >
      {(refused) => {
        const fields = { ...refused, ...(asked ? own : {}) };
        return (
          <>
            <fieldset className={styles.group}>
              <legend className={styles.legend}>Members</legend>
              <div className={styles.members}>
                {people.map((person) => (
                  <label key={person.id} className={styles.member}>
                    <input
                      type="checkbox"
                      checked={members.has(person.id)}
                      onChange={(event) => toggle(person.id, event.currentTarget.checked)}
                    />
                    {person.name}
                  </label>
                ))}
              </div>
              {fields.members && (
                <p className={styles.error} role="alert">
                  {fields.members}
                </p>
              )}
            </fieldset>
            <div className={styles.pair}>
              <Select
                label="Lead"
                data={[
                  { value: noLead, label: "Nobody" },
                  ...chosen.map(({ id, name }) => ({ value: String(id), label: name })),
                ]}
                value={lead === null ? noLead : String(lead)}
                onChange={(value) => setLead(value === null || value === noLead ? null : Number(value))}
                allowDeselect={false}
                error={fields.lead}
              />
              <TextInput
                label="Needed at once"
                description="In every hour its clients were promised."
                inputWrapperOrder={["label", "input", "description", "error"]}
                inputMode="numeric"
                maxLength={3}
                value={needed}
                error={fields.needed}
                onChange={(event) => setNeeded(event.currentTarget.value)}
              />
            </div>
          </>
        );
      }}
    </GatedForm>
  );
}
