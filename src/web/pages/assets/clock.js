// The desk's times on the visitor's own clock, beside the desk's, never instead of it.
"use strict";

(() => {
  const time = new Intl.DateTimeFormat("en", { hour: "numeric", minute: "2-digit" });
  const day = new Intl.DateTimeFormat("en", { weekday: "long" });
  const moment = new Intl.DateTimeFormat("en", { weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  const place = zone.includes("/") ? zone.split("/").pop().replaceAll("_", " ") : "";

  const clock = (date) => time.format(date).replace(/\s([AP])M$/, (_, half) => ` ${half.toLowerCase()}m`);
  const sameDay = (a, b) => a.toDateString() === b.toDateString();

  // The same wall time needs no second telling. Compared at the instant itself: zones move on different days.
  const wall = (timeZone) => new Intl.DateTimeFormat("en", { dateStyle: "short", timeStyle: "short", timeZone });
  const here = wall(undefined);
  const atTheDesk = wall(document.documentElement.dataset.zone);
  const differs = (date) => here.format(date) !== atTheDesk.format(date);

  window.punctualClock = (root) => {
    for (const element of root.querySelectorAll("time[datetime]")) {
      const date = new Date(element.dateTime);
      if (Number.isNaN(date.getTime()) || !differs(date)) continue;
      element.title = `${moment.format(date)}, your time`;
    }
    for (const element of root.querySelectorAll("[data-hours][data-opens]")) {
      const opens = new Date(element.dataset.opens);
      const closes = new Date(element.dataset.closes);
      if (!differs(opens)) continue;
      const until = sameDay(opens, closes) ? clock(closes) : `${clock(closes)} the day after`;
      // Far away, the desk's Monday opens on another day.
      const moved = day.format(opens) === element.dataset.day ? "" : `; ${element.dataset.day} opens on your ${day.format(opens)}`;
      element.textContent = `On your clock${place ? ` (${place})` : ""}: ${clock(opens)} – ${until}${moved}.`;
      element.hidden = false;
    }
  };

  window.punctualClock(document);
})();
