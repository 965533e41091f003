/**
 * The desk's clock, guessed from the instants its answers carry. Computers at the edge are minutes off more
 * often than one would think, and a countdown must not be.
 */
export class ServerClock {
  #offset = 0;

  /** `asOf` has whole seconds: a difference below two seconds is rounding and must not make the countdown jump. */
  observe(asOf: number, local: number) {
    const offset = asOf - local;
    if (Math.abs(offset - this.#offset) >= 2000) this.#offset = offset;
  }

  at(local: number): number {
    return local + this.#offset;
  }
}

export const serverClock = new ServerClock();

export const serverNow = () => serverClock.at(Date.now());
