import { useEffect } from "react";
import { roleName } from "@/features/people/accounts";
import { useSession } from "@/features/session/session";
import { PersonMark } from "@/ui/PersonTag";
import styles from "./Account.module.css";
import { PasswordForm } from "./PasswordForm";
import { Sessions } from "./Sessions";
import { Tokens } from "./Tokens";

/** One's own: the password, where one is signed in, the programs that act for one. */
export function AccountPage() {
  const { person } = useSession();
  useEffect(() => {
    document.title = "Your account";
  }, []);
  return (
    <div className={styles.page}>
      <div className={styles.sheet}>
        <header className={styles.head}>
          <PersonMark name={person.name} size={40} />
          <div>
            <h1 className={styles.title}>{person.name}</h1>
            <p className={styles.dim}>
              {person.email} · {roleName(person.role)}
            </p>
          </div>
        </header>
        <Sessions />
        <PasswordForm email={person.email} />
        <Tokens />
      </div>
    </div>
  );
}
