import { Button, TagsInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import type { RotaPerson } from "@/client/types";
import { Refused } from "@/ui/Refused";
import { useRotaChanged } from "../rota";
import styles from "./Forms.module.css";
import { editFields, unplaced } from "./fields";
import type { FormProps } from "./RotaForms";

/** What somebody knows; who knows what a client's sites need is suggested first. It opens nothing. */
export function SkillsForm({ people, person, close }: FormProps & { person: RotaPerson }) {
  const changed = useRotaChanged();
  const [skills, setSkills] = useState(person.skills);
  const change = api.useMutation("post", "/api/v1/rota/edits", {
    onSuccess: () => {
      changed();
      notifications.show({ message: `${person.name}'s skills are changed.` });
      close();
    },
  });
  const refusal = change.error ? refusalOf(change.error) : null;
  const fields = editFields(refusal);
  const known = [...new Set(people.flatMap((one) => one.skills))].sort();
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ body: { edit: { change_skills: { person: person.id, skills } } } });
      }}
    >
      <TagsInput
        label="Skills"
        description="In words of your own. Whoever has those a client's sites need is suggested first."
        placeholder={skills.length === 0 ? "A skill, then Enter" : undefined}
        data={known}
        value={skills}
        error={fields.skills}
        classNames={{ inputField: styles.tag }}
        maxTags={50}
        acceptValueOnBlur
        onChange={(typed) =>
          setSkills(typed.map((skill) => skill.replace(/\s+/g, " ").trim()).filter(Boolean))
        }
        data-autofocus
      />
      <Refused refusal={unplaced(refusal, fields, ["skills"])} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" loading={change.isPending}>
          Change the skills
        </Button>
      </div>
    </form>
  );
}
