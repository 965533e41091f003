import { useNetwork } from "@mantine/hooks";
import { CloudOff } from "lucide-react";
import { useEffect, useState } from "react";
import type { LiveState } from "@/live/stream";
import styles from "./LiveHint.module.css";

// A broken stream is news after a hiccup; one that is being opened may be slow.
const patienceMs = { live: 0, broken: 4_000, connecting: 30_000 };

/** Says that what is shown may be old, once that lasts longer than a hiccup. */
export function LiveHint({ state }: { state: LiveState }) {
  const { online } = useNetwork();
  const [lasting, setLasting] = useState(false);

  useEffect(() => {
    if (state === "live") {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), patienceMs[state]);
    return () => clearTimeout(timer);
  }, [state]);

  const shown = !online || (lasting && state !== "live");
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
