import { ActionIcon, Select, TextInput, Tooltip } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { PanelRight, Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import { useClients, usePeople } from "@/features/desk/directory";
import { Keys } from "@/ui/keys/Keys";
import styles from "./QueueBar.module.css";
import { viewNames } from "./QueueViews";
import { type QueueSearch, viewNamesAssignee } from "./search";

type Props = {
  search: QueueSearch;
  find: RefObject<HTMLInputElement | null>;
  /** The first hit for these words is to be opened; null takes that back. */
  want: (words: string | null) => void;
  enterList: () => void;
  preview: boolean;
  setPreview?: (shown: boolean) => void;
};

/** Which view, and what narrows it. */
export function QueueBar({ search, find, want, enterList, preview, setPreview }: Props) {
  const navigate = useNavigate();
  const people = usePeople();
  const clients = useClients();
  const view = search.view ?? "active";
  const narrow = (change: Partial<QueueSearch>) =>
    void navigate({ to: "/", search: { ...search, ...change }, replace: true });

  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{viewNames[view]}</h1>
      <FindBox search={search} find={find} want={want} enterList={enterList} narrow={narrow} />
      {!viewNamesAssignee(view) && (
        <Select
          className={styles.filter}
          aria-label="Assignee"
          placeholder="Anyone"
          data={[
            { value: "none", label: "Unassigned" },
            ...people.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={search.assignee ?? null}
          onChange={(assignee) => narrow({ assignee: assignee ?? undefined })}
          searchable
          clearable
          clearButtonProps={{ "aria-label": "Tickets of anyone" }}
          nothingFoundMessage="Nobody of that name"
        />
      )}
      <Select
        className={styles.filter}
        aria-label="Client"
        placeholder="Any client"
        data={clients.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={search.client === undefined ? null : String(search.client)}
        onChange={(client) => narrow({ client: client === null ? undefined : Number(client) })}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Tickets of any client" }}
        nothingFoundMessage="No such client"
      />
      {setPreview && (
        <Tooltip label={preview ? "Hide the preview (O)" : "Show the preview (O)"}>
          <ActionIcon
            variant={preview ? "light" : "subtle"}
            color="gray"
            size={34}
            aria-label="Preview"
            aria-pressed={preview}
            onClick={() => setPreview(!preview)}
          >
            <PanelRight size={17} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      )}
    </header>
  );
}

const settleMs = 250;

function FindBox({
  search,
  find,
  want,
  enterList,
  narrow,
}: Pick<Props, "search" | "find" | "want" | "enterList"> & {
  narrow: (change: Partial<QueueSearch>) => void;
}) {
  const [words, setWords] = useState(search.q ?? "");
  const asked = useRouterState({ select: ({ location }) => location.hash === "find" });
  const settle = useDebouncedCallback((q: string) => narrow({ q: q.trim() || undefined }), settleMs);

  useEffect(() => setWords(search.q ?? ""), [search.q]);
  useEffect(() => {
    if (asked) find.current?.focus();
  }, [asked, find]);

  const change = (next: string) => {
    want(null);
    setWords(next);
    settle(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const asked = words.trim();
    if (event.key === "Enter" && asked) {
      settle.flush();
      want(asked);
    } else if (event.key === "ArrowDown") {
      settle.flush();
      enterList();
    } else if (event.key === "Escape") {
      change("");
      settle.flush();
      event.currentTarget.blur();
    } else return;
    event.preventDefault();
  };
  return (
    <TextInput
      ref={find}
      className={styles.find}
      type="text"
      role="searchbox"
      aria-label="Find by reference, address or client"
      placeholder="Reference, address or client"
      leftSection={<Search size={15} aria-hidden="true" />}
      rightSection={
        words ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label="Clear the search"
            onClick={() => change("")}
          >
            <X size={14} aria-hidden="true" />
          </ActionIcon>
        ) : (
          <span aria-hidden="true">
            <Keys keys={["/"]} />
          </span>
        )
      }
      value={words}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
