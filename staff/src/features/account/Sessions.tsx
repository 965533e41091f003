import { Button, Skeleton } from "@mantine/core";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import { Refused } from "@/ui/Refused";
import { SmallFailure } from "@/ui/SmallFailure";
import styles from "./Account.module.css";
import { SessionList } from "./SessionList";

export function Sessions() {
  const { data, error, refetch } = api.useQuery("get", "/api/v1/sessions", {}, { staleTime: 0 });
  const done = { onSettled: () => void refetch() };
  const endOne = api.useMutation("delete", "/api/v1/sessions/{id}", done);
  const endOthers = api.useMutation("delete", "/api/v1/sessions", done);
  const others = data?.items.filter(({ this_one }) => !this_one) ?? [];
  const failed = endOne.error ?? endOthers.error;
  return (
    <section className={styles.part} aria-labelledby="sessions">
      <h2 id="sessions" className={styles.name}>
        Where you are signed in
      </h2>
      {error && !data && <SmallFailure error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton height={96} />}
      {data && (
        <SessionList
          items={data.items}
          end={(id) => endOne.mutate({ params: { path: { id } } })}
          ending={endOne.isPending ? endOne.variables.params.path.id : undefined}
        />
      )}
      {others.length > 0 && (
        <Button
          variant="default"
          size="sm"
          loading={endOthers.isPending}
          onClick={() => endOthers.mutate({})}
        >
          End all others
        </Button>
      )}
      <Refused refusal={failed ? refusalOf(failed) : null} />
    </section>
  );
}
