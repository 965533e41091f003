import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { desk } from "@/client/api";
import { Attempt } from "@/client/idempotency";
import { type Refusal, refusalOf } from "@/client/refusal";
import type { NewTicket, TicketReceived } from "@/client/types";
import { IntakeForm } from "./IntakeForm";
import styles from "./IntakePage.module.css";
import { Received } from "./Received";

/** A request somebody tells on the phone. */
export function IntakePage() {
  const queries = useQueryClient();
  const attempt = useRef(new Attempt());
  const [received, setReceived] = useState<TicketReceived | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    document.title = "New ticket";
  }, []);

  async function write(body: NewTicket): Promise<boolean> {
    setBusy(true);
    setRefusal(null);
    try {
      const header = { "Idempotency-Key": attempt.current.keyFor(body) };
      const { data, error } = await desk.POST("/api/v1/tickets", { params: { header }, body });
      if (!data) throw error;
      attempt.current.done();
      setReceived(data);
      for (const path of ["/api/v1/tickets", "/api/v1/ticket-counts"]) {
        void queries.invalidateQueries({ queryKey: ["get", path] });
      }
      return true;
    } catch (thrown) {
      setRefusal(refusalOf(thrown));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={styles.page}>
      {received ? (
        <Received ticket={received} another={() => setReceived(null)} />
      ) : (
        <IntakeForm write={write} refusal={refusal} busy={busy} />
      )}
    </div>
  );
}
