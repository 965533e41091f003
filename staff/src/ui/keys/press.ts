export type Press = { key: string; mod: boolean; alt: boolean };

/** A key press as the key map writes it; null for what belongs to the browser. */
export function written({ key, mod, alt }: Press): string | null {
  if (alt) return null;
  if (mod) return key === "Enter" ? "Mod+Enter" : null;
  return key.length === 1 ? key.toLowerCase() : key;
}

const patienceMs = 900;

/** Remembers the first key of a pair such as "g q" for a moment. */
export class Sequence {
  #prefix = "";
  #at = 0;

  constructor(private readonly known: readonly string[]) {}

  /** The binding this press completes: a pair before a single key. */
  complete(key: string, at: number): string | null {
    const pair = this.#prefix && at - this.#at < patienceMs ? `${this.#prefix} ${key}` : "";
    this.#prefix = "";
    if (pair && this.known.includes(pair)) return pair;
    if (this.known.some((binding) => binding.startsWith(`${key} `))) {
      this.#prefix = key;
      this.#at = at;
      return null;
    }
    return this.known.includes(key) ? key : null;
  }
}
