import { Handshake } from "lucide-react";
import { useHandOffs } from "@/features/handoffs/handOffs";
import { LinkButton } from "@/ui/LinkButton";
import styles from "./MyWeek.module.css";

/** What one should hand over before one leaves. */
export function OwnHandOffs({ me }: { me: number }) {
  const own = useHandOffs().data?.items.find(({ person, tickets }) => person.id === me && tickets.length > 0);
  if (!own) return null;
  const count = own.tickets.length + own.more;
  return (
    <div className={styles.handOffs}>
      <Handshake size={16} aria-hidden="true" />
      <span>
        {count === 1 ? "1 ticket falls" : `${count} tickets fall`} due before you are back. The desk has
        suggested who could take {count === 1 ? "it" : "each"}.
      </span>
      <LinkButton to="/hand-offs" size="xs">
        Hand over
      </LinkButton>
    </div>
  );
}
