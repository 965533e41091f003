import { Select } from "@mantine/core";
import { useState } from "react";
import type { RotaPod } from "@/client/types";
import { useClients, usePods } from "@/features/desk/directory";
import styles from "./Forms.module.css";
import type { Fields } from "./fields";
import { GatedForm } from "./GatedForm";
import type { FormProps } from "./RotaForms";

const none = "none";

/** Which pod serves a client. */
export function ClientForm({ pod, zoneOf, close }: FormProps & { pod: RotaPod }) {
  const clients = useClients();
  const pods = usePods();
  const [client, setClient] = useState<string | null>(
    pod.clients.length === 1 ? String(pod.clients[0]?.id) : null,
  );
  const [to, setTo] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const found = clients.find(({ id }) => String(id) === client);

  const own: Fields = {
    ...(client === null ? { client: "Which client?" } : {}),
    ...(to === null ? { pod: "To which pod?" } : {}),
  };

  function edit() {
    setAsked(true);
    if (client === null || to === null) return null;
    return { move_client: { client: Number(client), pod: to === none ? null : Number(to) } };
  }

  return (
    <GatedForm
      edit={edit}
      places={["client", "pod"]}
      verb="Move the client"
      said={`${found?.name ?? "The client"} is moved.`}
      zoneOf={zoneOf}
      close={close}
    >
      {(refused) => {
        const fields = { ...refused, ...(asked ? own : {}) };
        return (
          <>
            <p className={styles.words}>
              The pod it goes to owes it what was promised from then on. Open tickets keep who has them.
            </p>
            <Select
              label="Client"
              placeholder="Choose"
              data={clients.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={client}
              onChange={setClient}
              searchable
              selectFirstOptionOnChange
              allowDeselect={false}
              nothingFoundMessage="No client of that name"
              error={fields.client}
            />
            <Select
              label="Goes to"
              placeholder="Choose"
              data={[
                ...pods
                  .filter(({ id }) => id !== found?.pod?.id)
                  .map(({ id, name }) => ({ value: String(id), label: `Pod ${name}` })),
                { value: none, label: "No pod" },
              ]}
              value={to}
              onChange={setTo}
              allowDeselect={false}
              error={fields.pod}
            />
          </>
        );
      }}
    </GatedForm>
  );
}
