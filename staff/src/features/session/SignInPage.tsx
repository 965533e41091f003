import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type SubmitEvent, useEffect, useState } from "react";
import { desk } from "@/client/api";
import { type Refusal, refusalOf } from "@/client/refusal";
import { useDeskStatus } from "@/features/desk/deskStatus";
import { Refused } from "@/ui/Refused";
import mark from "../../app/punctual.svg";
import { signInRoute } from "./route";
import styles from "./SignInPage.module.css";
import { keepSession } from "./session";

export function SignInPage() {
  const status = useDeskStatus();
  const { back, ended } = signInRoute.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const name = status?.name ?? "Support desk";

  useEffect(() => {
    document.title = `Sign in · ${name}`;
  }, [name]);

  async function signIn(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    // Read from the form, not from state: some password managers fill fields without an event.
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(null);
    try {
      const body = { email: String(form.get("email")).trim(), password: String(form.get("password")) };
      const { data, error } = await desk.POST("/api/v1/session", { body });
      if (!data) throw error;
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === "get" });
      keepSession(queries, data);
      router.history.replace(`/staff${back && back !== "/" ? back : "/"}`);
    } catch (thrown) {
      setRefusal(refusalOf(thrown));
      setBusy(false);
    }
  }

  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={signIn} noValidate={false}>
        <img className={styles.mark} src={mark} alt="" width={36} height={36} />
        <h1 className={styles.name}>{name}</h1>
        <p className={styles.words}>
          {ended
            ? "Your session has ended. Sign in and you are back where you were, with what you typed."
            : "Sign in to the staff side of the desk."}
        </p>
        <TextInput
          name="email"
          label="Mail address"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          size="md"
        />
        <PasswordInput
          name="password"
          label="Password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          size="md"
        />
        <Refused refusal={refusal} />
        <Button type="submit" size="md" loading={busy} fullWidth>
          Sign in
        </Button>
      </form>
      <p className={styles.foot}>
        <a href="/password">Forgot your password?</a>
      </p>
      <p className={styles.foot}>
        {status && `${status.hours}. `}
        <a href="/">Public support page</a>
      </p>
    </main>
  );
}
