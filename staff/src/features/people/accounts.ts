import { useQueryClient } from "@tanstack/react-query";
import { api } from "@/client/api";
import type { Account, Role } from "@/client/types";

export const roles: { value: Role; label: string; words: string }[] = [
  { value: "member", label: "Member", words: "Does the work: answers, notes, resolves." },
  {
    value: "coordinator",
    label: "Coordinator",
    words: "Reviews each request, assigns it and keeps the promises.",
  },
  { value: "manager", label: "Manager", words: "All of that; and the hours, the backups and the people." },
];

export const roleName = (role: Role) => roles.find(({ value }) => value === role)?.label ?? role;

/** How somebody stands, in the fewest words. */
export const stateInWords = ({ state }: Account): string =>
  ({
    active: "Active",
    not_invited: "Not invited yet",
    invited: "Invited",
    invitation_over: "Invitation over",
    deactivated: "Deactivated",
  })[state];

/** Those who are there first, by name; who has left last. */
export function inOrder(accounts: Account[]): Account[] {
  const left = ({ state }: Account) => Number(state === "deactivated");
  return accounts.toSorted((a, b) => left(a) - left(b) || a.name.localeCompare(b.name));
}

/** What changes when a person does. */
export function usePeopleChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const path of ["/api/v1/accounts", "/api/v1/people", "/api/v1/tickets", "/api/v1/ticket-counts"])
      void queries.invalidateQueries({ queryKey: ["get", path] });
  };
}

export function useAccounts(enabled: boolean) {
  return api.useQuery("get", "/api/v1/accounts", {}, { enabled, staleTime: 0 });
}
