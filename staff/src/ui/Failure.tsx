import { Button } from "@mantine/core";
import { CloudOff, TriangleAlert } from "lucide-react";
import { refusalOf, unreachable } from "@/client/refusal";
import { EmptyState } from "./EmptyState";

/** Something could not be loaded: what, why, and the way to try again. */
export function Failure({ error, retry, page }: { error: unknown; retry: () => void; page?: boolean }) {
  const refusal = refusalOf(error);
  return (
    <div role="alert">
      <EmptyState
        page={page}
        icon={refusal.status === unreachable ? CloudOff : TriangleAlert}
        title={refusal.title}
        action={
          <Button variant="default" onClick={retry}>
            Try again
          </Button>
        }
      >
        {refusal.detail}
      </EmptyState>
    </div>
  );
}
