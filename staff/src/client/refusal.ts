import type { Problem } from "./types";

/** A request that was not carried out, in words a person can act on. */
export type Refusal = {
  status: number;
  /** Which entry of the desk's catalogue, "/problems/stale". */
  type?: string;
  title: string;
  detail?: string;
  /** What is wrong with single fields, by the field's name in the contract. */
  fields: Record<string, string>;
};

/** The network failed before the desk could answer. */
export const unreachable = 0;

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "title" in value && "status" in value;
}

/** Whatever a request threw, as a refusal; never throws itself. */
export function refusalOf(thrown: unknown): Refusal {
  if (isProblem(thrown)) {
    const fields: Record<string, string> = {};
    for (const { field, detail } of thrown.errors ?? []) fields[field] ??= detail;
    return { status: thrown.status, type: thrown.type, title: thrown.title, detail: thrown.detail, fields };
  }
  if (thrown instanceof TypeError) {
    return {
      status: unreachable,
      title: "The desk cannot be reached",
      detail: "Check your connection. Nothing you typed is lost.",
      fields: {},
    };
  }
  return {
    status: 500,
    title: "The desk gave an answer we could not read",
    detail: "Try again in a moment.",
    fields: {},
  };
}

/** Of what cannot be done as things stand, under a title of one's own: the desk's own speaks of tickets. */
export const titled = (refusal: Refusal | null, title: string): Refusal | null =>
  refusal?.status === 409 ? { ...refusal, title } : refusal;

/** What a change opens is something else than was shown with it. */
export const openingsChanged = ({ type }: Refusal): boolean => type === "/problems/opens-gaps";
