import { Skeleton } from "@mantine/core";
import { Handshake } from "lucide-react";
import { useEffect, useRef } from "react";
import { useSession } from "@/features/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { Keys } from "@/ui/keys/Keys";
import { useKeys } from "@/ui/keys/useKeys";
import styles from "./HandOffs.module.css";
import { countOf, useHandOffs } from "./handOffs";
import { Leaver } from "./Leaver";

/** What falls due while somebody is away, before it does. */
export function HandOffsPage() {
  const { data, error, refetch } = useHandOffs();
  const page = useRef<HTMLDivElement>(null);
  const { role } = useSession().person;
  useEffect(() => {
    document.title = "Hand-offs";
  }, []);

  const rows = () => Array.from(page.current?.querySelectorAll<HTMLElement>("[data-hand-off]") ?? []);
  const here = () => document.activeElement?.closest<HTMLElement>("[data-hand-off]") ?? null;
  const move = (steps: number) => {
    const all = rows();
    const at = here();
    all[at ? Math.max(0, Math.min(all.length - 1, all.indexOf(at) + steps)) : 0]?.focus();
  };
  const press = (what: string) => {
    const button = here()?.querySelector<HTMLButtonElement>(`[data-${what}]`);
    return button ? button.click() : false;
  };
  useKeys({
    handDown: () => move(1),
    handUp: () => move(-1),
    handOver: () => press("suggested"),
    takeOver: () => press("myself"),
  });

  if (error && !data) return <Failure page error={error} retry={() => void refetch()} />;
  if (data && countOf(data.items) === 0) {
    return (
      <EmptyState page icon={Handshake} title="Nothing to hand over">
        {role === "member"
          ? "Before you leave, what you have due until you are back stands here, with who could take it."
          : "Before somebody leaves, what they have due until they are back stands here, with who could take it. After a sudden absence it stands here at once."}
      </EmptyState>
    );
  }
  return (
    <div className={styles.page} ref={page}>
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h1 className={styles.title}>Hand-offs</h1>
          <p className={styles.words}>
            Due while whoever has it is away. What nobody takes goes to the coordinators when they leave.
          </p>
          {data && (
            <p className={styles.keys}>
              <Keys keys={["j", "k"]} /> to a ticket, <Keys keys={["s"]} /> hands it to whom the desk
              suggests, <Keys keys={["m"]} /> takes it yourself
            </p>
          )}
        </header>
        {data ? (
          data.items
            .filter(({ tickets }) => tickets.length > 0)
            .map((handOff) => <Leaver key={handOff.person.id} handOff={handOff} />)
        ) : (
          <div aria-busy="true">
            <Skeleton height={24} width="40%" mb={16} />
            {[0, 1, 2].map((row) => (
              <Skeleton key={row} height={72} mb={12} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
