import { Select } from "@mantine/core";
import type { RotaPerson } from "@/client/types";

type Props = {
  label: string;
  people: RotaPerson[];
  value: number | null;
  error?: string;
  change: (person: number | null) => void;
};

export function PersonSelect({ label, people, value, error, change }: Props) {
  return (
    <Select
      label={label}
      placeholder="Choose"
      data={people.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => change(chosen === null ? null : Number(chosen))}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      nothingFoundMessage="Nobody of that name"
      error={error}
    />
  );
}
