import { Button, Skeleton } from "@mantine/core";
import { KeyRound } from "lucide-react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import { Moment } from "@/ui/Moment";
import { Refused } from "@/ui/Refused";
import { SmallFailure } from "@/ui/SmallFailure";
import styles from "./Account.module.css";

/** The programs that act for one. They are made where the desk runs. */
export function Tokens() {
  const { data, error, refetch } = api.useQuery("get", "/api/v1/tokens", {}, { staleTime: 0 });
  const revoke = api.useMutation("delete", "/api/v1/tokens/{id}", { onSettled: () => void refetch() });
  return (
    <section className={styles.part} aria-labelledby="tokens">
      <h2 id="tokens" className={styles.name}>
        Programs that act for you
      </h2>
      {error && !data && <SmallFailure error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton height={48} />}
      {data?.items.length === 0 && (
        <p className={styles.dim}>
          None. Whoever runs the desk makes a token with <code>punctual token create</code>.
        </p>
      )}
      {data && data.items.length > 0 && (
        <ul className={styles.list} aria-label="Tokens">
          {data.items.map(({ id, note, created_at, expires_at }) => (
            <li key={id} className={styles.line}>
              <KeyRound size={18} strokeWidth={1.5} aria-hidden="true" className={styles.icon} />
              <span className={styles.what}>
                <span>{note}</span>
                <span className={styles.dim}>
                  made <Moment at={created_at} relative />, ends <Moment at={expires_at} />
                </span>
              </span>
              <Button
                variant="default"
                size="xs"
                loading={revoke.isPending && revoke.variables.params.path.id === id}
                aria-label={`Revoke ${note}`}
                onClick={() => revoke.mutate({ params: { path: { id } } })}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Refused refusal={revoke.error ? refusalOf(revoke.error) : null} />
    </section>
  );
}
