/**
 * The same attempt, sent again after a lost answer, must not happen twice: it keeps its key until what is
 * sent changes. crypto.randomUUID is absent on plain http, so the key is made by hand.
 */
export class Attempt {
  #key = "";
  #body = "";

  keyFor(body: unknown): string {
    const written = JSON.stringify(body);
    if (!this.#key || written !== this.#body) {
      this.#key = randomKey();
      this.#body = written;
    }
    return this.#key;
  }

  done() {
    this.#key = "";
  }
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
