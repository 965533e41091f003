import { TriangleAlert } from "lucide-react";
import type { Refusal } from "@/client/refusal";
import styles from "./Refused.module.css";

/** Why a form was not taken, above its buttons. */
export function Refused({ refusal }: { refusal: Refusal | null }) {
  if (!refusal) return null;
  const fields = Object.entries(refusal.fields);
  return (
    <div className={styles.refused} role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <div>
        <strong>{refusal.title}</strong>
        {refusal.detail && <p>{refusal.detail}</p>}
        {fields.map(([field, detail]) => (
          <p key={field}>{detail}</p>
        ))}
      </div>
    </div>
  );
}
