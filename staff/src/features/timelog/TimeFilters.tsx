import { Select } from "@mantine/core";
import { useClients, usePeople } from "@/features/desk/directory";
import type { TimeSearch } from "./search";
import styles from "./TimePage.module.css";

type Props = { search: TimeSearch; me: number; go: (part: Partial<TimeSearch>) => void };

const all = "all";

/** Whose time, and for whom. */
export function TimeFilters({ search, me, go }: Props) {
  const people = usePeople();
  const clients = useClients();
  const own = search.person === undefined || search.person === me;
  const others = people
    .filter(({ id }) => id !== me)
    .map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <>
      <Select
        className={styles.filter}
        aria-label="Whose time"
        data={[{ value: "me", label: "Your own" }, { value: all, label: "Everybody's" }, ...others]}
        value={own ? "me" : String(search.person)}
        onChange={(value) =>
          go({ person: value === all ? all : value === "me" || value === null ? undefined : Number(value) })
        }
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        nothingFoundMessage="Nobody of that name"
      />
      <Select
        className={styles.filter}
        aria-label="For which client"
        data={[
          { value: all, label: "All clients" },
          ...clients.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={search.client === undefined ? all : String(search.client)}
        onChange={(value) => go({ client: value === all || value === null ? undefined : Number(value) })}
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        nothingFoundMessage="No client of that name"
      />
    </>
  );
}
