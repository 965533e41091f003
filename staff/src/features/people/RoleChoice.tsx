import type { Role } from "@/client/types";
import { roles } from "./accounts";
import styles from "./People.module.css";

/** The roles, each with what it is for. */
export function RoleChoice({ value, change }: { value: Role; change: (role: Role) => void }) {
  return (
    <fieldset className={styles.roles}>
      <legend className={styles.legend}>Role</legend>
      {roles.map((role) => (
        <label key={role.value} className={styles.role}>
          <input
            type="radio"
            name="role"
            value={role.value}
            checked={value === role.value}
            onChange={() => change(role.value)}
          />
          <span>
            <span className={styles.roleName}>{role.label}</span>
            <span className={styles.dim}>{role.words}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
