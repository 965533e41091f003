// The private page keeps itself up to date: what changed is read anew and put in place, what is typed stays.
"use strict";

(() => {
  const main = document.querySelector("main[data-events]");
  if (!main || !window.EventSource) return;
  const heard = document.getElementById("heard");
  let reading = false;
  let again = false;

  const regions = (root) => [...root.querySelectorAll("[data-region]")];

  const swap = (fresh) => {
    const found = new Map(regions(fresh).map((region) => [region.dataset.region, region]));
    let changed = false;
    for (const region of regions(document)) {
      const next = found.get(region.dataset.region);
      if (!next || next.innerHTML === region.innerHTML || region.dataset.shown === next.innerHTML) continue;
      // Whoever reads with the keyboard inside a region is not thrown out of it.
      const focus = region.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      region.dataset.shown = next.innerHTML;
      region.innerHTML = next.innerHTML;
      if (focus) region.querySelector(`[href="${CSS.escape(focus)}"]`)?.focus();
      changed = true;
    }
    if (!changed) return;
    window.punctualClock?.(main);
    const title = fresh.querySelector("title");
    if (title) document.title = title.textContent;
    const news = fresh.querySelector("[data-news]");
    if (heard && news) heard.textContent = news.dataset.news;
  };

  const read = async () => {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    try {
      const answer = await fetch(main.dataset.page, { credentials: "same-origin", headers: { accept: "text/html" } });
      // A revoked link says so itself, once the page is opened again.
      if (answer.ok) swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // The stream reconnects by itself, and with it comes the next reading.
    } finally {
      reading = false;
      if (again) {
        again = false;
        read();
      }
    }
  };

  const stream = new EventSource(main.dataset.events);
  stream.addEventListener("changed", read);
  // Between the page and its stream, and after a gap, something may have happened unseen.
  stream.addEventListener("open", read);
  // "Today" is another day in the morning.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") read();
  });
})();
