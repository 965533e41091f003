// PUNCTUAL_HOUR ("2026-11-28T04:30:00Z") moves the clocks of the desk and of the tests to that instant, so that
// what depends on the hour shows at any hour. They run on from there.
const hour = process.env.PUNCTUAL_HOUR;
const Clock = Date;
const ahead = hour ? Math.round((Clock.parse(hour) - Clock.now()) / 1000) : 0;
if (Number.isNaN(ahead))
  throw new Error(`PUNCTUAL_HOUR: "${hour}" is no instant; write 2026-11-28T04:30:00Z`);

if (ahead) {
  globalThis.Date = class extends Clock {
    constructor(...given) {
      super(...(given.length ? given : [Clock.now() + ahead * 1000]));
    }
    static now() {
      return Clock.now() + ahead * 1000;
    }
  };
}

/** What the desk's process needs for it; `$LIB` is the loader's. */
export const hourOfDesk = ahead
  ? {
      LD_PRELOAD: "/usr/$LIB/faketime/libfaketimeMT.so.1",
      FAKETIME: `${ahead < 0 ? "" : "+"}${ahead}s`,
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    }
  : {};
