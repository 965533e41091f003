import { Paperclip } from "lucide-react";
import type { TimelineEntry } from "@/client/types";
import styles from "./Conversation.module.css";
import { sizeInWords } from "./sizeInWords";

type Props = { files: TimelineEntry["attachments"]; ticketRef: string };

export function Attachments({ files, ticketRef }: Props) {
  if (!files?.length) return null;
  return (
    <div className={styles.files}>
      {files.map(({ id, name, size }) => (
        <a
          key={id}
          className={styles.file}
          href={`/api/v1/tickets/${encodeURIComponent(ticketRef)}/attachments/${id}`}
          download={name}
        >
          <Paperclip size={14} aria-hidden="true" />
          <span>{name}</span>
          <span>{sizeInWords(size)}</span>
        </a>
      ))}
    </div>
  );
}
