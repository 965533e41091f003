// The one place where tests wait: for a condition, and never longer than they said.

/** Resolves with the first truthy value of `look`; fails with what was waited for, and `look`'s last error. */
export async function until(what, look, { seconds = 10, every = 20 } = {}) {
  const end = performance.now() + seconds * 1000;
  let last;
  for (;;) {
    try {
      const seen = await look();
      if (seen) return seen;
      last = undefined;
    } catch (error) {
      if (error?.final) throw error;
      last = error;
    }
    if (performance.now() > end) {
      throw new Error(`waited ${seconds} s for: ${what}${last ? `; last: ${last.message}` : ""}`, {
        cause: last,
      });
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

/** The promise's value, or a failure after `seconds`. */
export async function within(seconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${seconds} s: ${what}`)), seconds * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
