import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { Failure } from "@/ui/Failure";

export function PageFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <Failure page error={error} retry={retry} />;
}
