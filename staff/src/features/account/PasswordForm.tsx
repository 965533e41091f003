import { Button, PasswordInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import { keepSession } from "@/features/session/session";
import { Refused } from "@/ui/Refused";
import styles from "./Account.module.css";

export function PasswordForm({ email }: { email: string }) {
  const queries = useQueryClient();
  const [round, setRound] = useState(0);
  const change = api.useMutation("put", "/api/v1/session/password", {
    onSuccess: (session) => {
      keepSession(queries, session);
      void queries.invalidateQueries({ queryKey: ["get", "/api/v1/sessions"] });
      void queries.invalidateQueries({ queryKey: ["get", "/api/v1/tokens"] });
      notifications.show({
        message: "The password is changed. You are signed out everywhere else, and your tokens have ended.",
      });
      setRound((before) => before + 1); // the fields are empty again
    },
  });
  const refusal = change.error ? refusalOf(change.error) : null;
  const wrong = refusal?.fields ?? {};

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    // Read from the form, not from state: some password managers fill fields without an event.
    const form = new FormData(event.currentTarget);
    change.mutate({
      body: { old_password: String(form.get("old_password")), password: String(form.get("password")) },
    });
  }

  return (
    <section className={styles.part} aria-labelledby="password">
      <h2 id="password" className={styles.name}>
        Password
      </h2>
      <form key={round} className={styles.form} onSubmit={submit}>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <PasswordInput
          name="old_password"
          label="The one you have now"
          autoComplete="current-password"
          required
          withAsterisk={false}
          error={wrong.old_password}
        />
        <PasswordInput
          name="password"
          label="A new one"
          description="At least 12 characters; a few words are better than a short riddle. Not your name or mail address, and none of the commonest."
          autoComplete="new-password"
          required
          minLength={12}
          withAsterisk={false}
          error={wrong.password}
        />
        {Object.keys(wrong).length === 0 && <Refused refusal={refusal} />}
        <div>
          <Button type="submit" variant="default" size="sm" loading={change.isPending}>
            Change the password
          </Button>
        </div>
        <p className={styles.dim}>
          You are signed out everywhere else, your tokens end, and you are told by mail.
        </p>
      </form>
    </section>
  );
}
