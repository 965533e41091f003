import { type MantineColorScheme, Menu, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Check, CircleUser, Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { desk } from "@/client/api";
import type { Session } from "@/client/types";
import { keepSession } from "@/features/session/session";
import { PersonMark } from "@/ui/PersonTag";
import styles from "./AccountMenu.module.css";

const themes: { value: MantineColorScheme; words: string; icon: typeof Sun }[] = [
  { value: "auto", words: "As the system", icon: Monitor },
  { value: "light", words: "Light", icon: Sun },
  { value: "dark", words: "Dark", icon: Moon },
];

export function AccountMenu({ session, showHelp }: { session: Session; showHelp: () => void }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const queries = useQueryClient();

  async function signOut() {
    await desk.DELETE("/api/v1/session").catch(() => undefined);
    await navigate({ to: "/sign-in" });
    keepSession(queries, null);
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === "get" });
  }

  return (
    <Menu position="top-start" width={208} shadow="md">
      <Menu.Target>
        <button type="button" className={styles.account}>
          <PersonMark name={session.person.name} size={28} />
          <span className={styles.who}>
            <span className={styles.name}>{session.person.name}</span>
            <span className={styles.role}>{session.person.role}</span>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Theme</Menu.Label>
        {themes.map(({ value, words, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={15} aria-hidden="true" />}
            rightSection={colorScheme === value ? <Check size={15} aria-label="chosen" /> : null}
            onClick={() => setColorScheme(value)}
          >
            {words}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<CircleUser size={15} aria-hidden="true" />}
          onClick={() => void navigate({ to: "/account" })}
        >
          Your account
        </Menu.Item>
        <Menu.Item leftSection={<Keyboard size={15} aria-hidden="true" />} onClick={showHelp}>
          Keys
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={15} aria-hidden="true" />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
