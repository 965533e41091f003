import { useNetwork } from "@mantine/hooks";
import { CloudOff } from "lucide-react";
import { useEffect, useState } from "react";
import type { LiveState } from "@/live/stream";
import styles from "./LiveHint.module.css";

const patienceMs = 4_000;

/** Says that what is shown may be old, once that lasts longer than a hiccup. */
export function LiveHint({ state }: { state: LiveState }) {
  const { online } = useNetwork();
  const [lasting, setLasting] = useState(false);
  const live = state === "live";

  useEffect(() => {
    if (live) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), patienceMs);
    return () => clearTimeout(timer);
  }, [live]);

  const shown = !online || (lasting && !live);
  return (
    <div role="status" className={shown ? styles.hint : undefined}>
      {shown && (
        <>
          <CloudOff size={15} aria-hidden="true" />
          {online
            ? "Live updates are interrupted; connecting again. What you see may be a little old."
            : "You are offline. What you type is kept here; send it when you are back."}
        </>
      )}
    </div>
  );
}
