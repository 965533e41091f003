// The private page keeps itself up to date: what changed is read anew and put in place, what is typed stays.
"use strict";

(() => {
  const main = document.querySelector("main[data-events]");
  if (!main || !window.EventSource) return;
  const heard = document.getElementById("heard");
  let reading = false;
  let again = false;

  const news = (root) => root.querySelector("[data-news]")?.dataset.news;
  let told = news(document);

  // What is unfolded stays so, and whoever reads with the keyboard is not thrown out of it.
  const keepingPlace = (region, change) => {
    const unfolded = [...region.querySelectorAll("details")].map((details) => details.open);
    const active = region.contains(document.activeElement) ? document.activeElement : null;
    const href = active?.getAttribute("href");
    const summary = active ? [...region.querySelectorAll("summary")].indexOf(active) : -1;
    change();
    const details = [...region.querySelectorAll("details")];
    if (details.length === unfolded.length) details.forEach((one, at) => { one.open = unfolded[at]; });
    if (href) region.querySelector(`[href="${CSS.escape(href)}"]`)?.focus();
    region.querySelectorAll("summary")[summary]?.focus();
  };

  const regions = (root) => [...root.querySelectorAll("[data-region]")];

  const swap = (fresh) => {
    const found = new Map(regions(fresh).map((region) => [region.dataset.region, region]));
    let changed = false;
    for (const region of regions(document)) {
      const next = found.get(region.dataset.region);
      if (!next || next.innerHTML === region.innerHTML || region.dataset.shown === next.innerHTML) continue;
      region.dataset.shown = next.innerHTML;
      keepingPlace(region, () => { region.innerHTML = next.innerHTML; });
      changed = true;
    }
    if (!changed) return;
    window.punctualClock?.(main);
    const title = fresh.querySelector("title");
    if (title) document.title = title.textContent;
    // Clocks move by themselves; that is no news.
    const next = news(fresh);
    if (heard && next && next !== told) heard.textContent = next;
    told = next;
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
