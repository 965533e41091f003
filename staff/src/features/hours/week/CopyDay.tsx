import { ActionIcon, Menu } from "@mantine/core";
import { Copy } from "lucide-react";
import type { Weekday } from "@/client/types";
import { weekdayNames, weekdays } from "../weekdays";

const workdays = weekdays.slice(0, 5);

/** The hours of one day for others, too. */
export function CopyDay({ from, copy }: { from: Weekday; copy: (to: Weekday[]) => void }) {
  const groups = [
    { words: "Monday to Friday", to: workdays },
    { words: "Every day", to: weekdays },
  ];
  return (
    <Menu position="bottom-end" width={200} shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          mt={2}
          aria-label={`Copy the hours of ${weekdayNames[from]} to other days`}
          title="Copy to other days"
        >
          <Copy size={15} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Copy {weekdayNames[from]} to</Menu.Label>
        {groups.map(({ words, to }) => (
          <Menu.Item key={words} onClick={() => copy(to)}>
            {words}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {weekdays
          .filter((day) => day !== from)
          .map((day) => (
            <Menu.Item key={day} onClick={() => copy([day])}>
              {weekdayNames[day]}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
