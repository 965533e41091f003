import { ActionIcon, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Ellipsis, MonitorSmartphone, Send, UserCog, UserX } from "lucide-react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import type { Account } from "@/client/types";
import { useSession } from "@/features/session/session";
import { usePeopleChanged } from "./accounts";
import { invitedInWords } from "./InviteDialog";

export type Asked = { what: "role" | "sessions" | "deactivate"; account: Account };

type Props = { account: Account; me: boolean; ask: (asked: Asked) => void };

export function PersonMenu({ account, me, ask }: Props) {
  const changed = usePeopleChanged();
  const { mail_readable_here: noServer } = useSession();
  const again = api.useMutation("post", "/api/v1/people/{id}/invitation", {
    onSuccess: ({ name }) => {
      changed();
      notifications.show({ message: invitedInWords(name, noServer) });
    },
    onError: (error) => {
      const { title, detail } = refusalOf(error);
      notifications.show({ color: "red", message: detail ?? title });
    },
  });
  const { id, name, state } = account;
  return (
    <Menu position="bottom-end" width={232} shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={30}
          loading={again.isPending}
          aria-label={`What to do with ${name}`}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {state !== "active" && (
          <Menu.Item
            leftSection={<Send size={15} aria-hidden="true" />}
            onClick={() => again.mutate({ params: { path: { id } } })}
          >
            {state === "deactivated"
              ? "Invite back"
              : state === "not_invited"
                ? "Send an invitation"
                : "Send the invitation again"}
          </Menu.Item>
        )}
        {state === "active" && (
          <Menu.Item
            leftSection={<MonitorSmartphone size={15} aria-hidden="true" />}
            onClick={() => ask({ what: "sessions", account })}
          >
            Where they are signed in…
          </Menu.Item>
        )}
        {state !== "deactivated" && !me && (
          <Menu.Item
            leftSection={<UserCog size={15} aria-hidden="true" />}
            onClick={() => ask({ what: "role", account })}
          >
            Another role…
          </Menu.Item>
        )}
        {state !== "deactivated" && !me && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<UserX size={15} aria-hidden="true" />}
              onClick={() => ask({ what: "deactivate", account })}
            >
              Deactivate…
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
