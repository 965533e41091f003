import { ActionIcon, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import {
  Ban,
  Ellipsis,
  Eraser,
  ExternalLink,
  Hash,
  Link2,
  Merge,
  PauseCircle,
  Play,
  RotateCcw,
  ScrollText,
  Waypoints,
} from "lucide-react";
import type { Ticket } from "@/client/types";
import { copy } from "@/ui/copy";
import type { Question } from "./Confirm";
import type { TicketActions } from "./useTicketActions";

type Props = {
  ticket: Ticket;
  ask: (question: Question) => void;
  /** Given where the header has no room for buttons. */
  actions?: TicketActions;
};

export function TicketMenu({ ticket, ask, actions }: Props) {
  const may = (verb: Ticket["allowed"][number]) => ticket.allowed.includes(verb);
  const copied = async (text: string, what: string) => {
    const done = await copy(text);
    notifications.show({ message: done ? `${what} copied` : `Could not copy; it is ${text}` });
  };
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label="More about this ticket">
          <Ellipsis size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions && may("wait") && (
          <Menu.Item leftSection={<PauseCircle size={15} aria-hidden="true" />} onClick={() => ask("wait")}>
            Wait on the client…
          </Menu.Item>
        )}
        {actions && may("resume") && (
          <Menu.Item
            leftSection={<Play size={15} aria-hidden="true" />}
            onClick={() => void actions.resume()}
          >
            Resume
          </Menu.Item>
        )}
        {actions && may("reopen") && (
          <Menu.Item
            leftSection={<RotateCcw size={15} aria-hidden="true" />}
            onClick={() => void actions.reopen()}
          >
            Reopen
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<Link2 size={15} aria-hidden="true" />}
          onClick={() => void copied(ticket.url, "The client's private link is")}
        >
          Copy the private link
        </Menu.Item>
        <Menu.Item
          leftSection={<ExternalLink size={15} aria-hidden="true" />}
          component="a"
          href={ticket.url}
          target="_blank"
          rel="noopener noreferrer"
        >
          Open the client's page
        </Menu.Item>
        <Menu.Item
          leftSection={<Hash size={15} aria-hidden="true" />}
          onClick={() => void copied(ticket.ref, `${ticket.ref} is`)}
        >
          Copy the reference
        </Menu.Item>
        <Menu.Item leftSection={<ScrollText size={15} aria-hidden="true" />} onClick={() => ask("journal")}>
          Show the record
        </Menu.Item>
        {may("link") && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<Waypoints size={15} aria-hidden="true" />} onClick={() => ask("link")}>
              Link to another ticket…
            </Menu.Item>
          </>
        )}
        {may("merge") && (
          <Menu.Item leftSection={<Merge size={15} aria-hidden="true" />} onClick={() => ask("merge")}>
            Merge into another…
          </Menu.Item>
        )}
        {(may("spam") || may("redact_contact")) && <Menu.Divider />}
        {may("spam") && (
          <Menu.Item leftSection={<Ban size={15} aria-hidden="true" />} onClick={() => ask("spam")}>
            Mark as spam…
          </Menu.Item>
        )}
        {may("redact_contact") && ticket.contact.email !== "" && (
          <Menu.Item
            leftSection={<Eraser size={15} aria-hidden="true" />}
            onClick={() => ask("redact_contact")}
          >
            Redact the contact…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
