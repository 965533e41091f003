// What makes a form pleasanter. Nothing here is needed: the server checks everything and takes a form once.
"use strict";

(() => {
  const size = (bytes) => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${Number((bytes / 1e6).toFixed(1))} MB`);

  const note = (after, className) => {
    const element = document.createElement("p");
    element.className = className;
    element.setAttribute("aria-live", "polite");
    element.hidden = true;
    after.after(element);
    return element;
  };

  // People type "example.com"; the desk wants an address that opens.
  for (const input of document.querySelectorAll("[data-address]")) {
    input.addEventListener("change", () => {
      const typed = input.value.trim();
      if (typed && !/^[a-z][a-z0-9+.-]*:/i.test(typed) && /^[^\s/@]+\.[^\s@]+$/.test(typed)) input.value = `https://${typed}`;
    });
  }

  for (const area of document.querySelectorAll("textarea[data-limit]")) {
    const limit = Number(area.dataset.limit);
    const hint = note(area, "hint");
    const count = () => {
      // Characters as people count them, not the halves of an emoji.
      const left = limit - [...area.value].length;
      hint.hidden = left > limit / 10;
      hint.textContent = left >= 0 ? `${left} characters left.` : `${-left} characters too many; an attachment takes longer texts.`;
    };
    area.addEventListener("input", count);
    count();
  }

  for (const input of document.querySelectorAll("input[type=file]")) {
    const list = input.form.querySelector(`[data-files="${input.id}"]`);
    const most = Number(input.dataset.mostBytes);
    const warning = note(input, "error");
    const show = () => {
      const files = [...input.files];
      const total = files.reduce((sum, file) => sum + file.size, 0);
      const items = files.map((file, index) => {
        const item = document.createElement("li");
        const name = document.createElement("bdi");
        const bytes = document.createElement("span");
        const remove = document.createElement("button");
        name.textContent = file.name;
        bytes.className = "size";
        bytes.textContent = ` ${size(file.size)} `;
        remove.type = "button";
        remove.textContent = "remove";
        remove.setAttribute("aria-label", `Remove ${file.name}`);
        remove.addEventListener("click", () => {
          const rest = new DataTransfer();
          for (const kept of files.filter((_, other) => other !== index)) rest.items.add(kept);
          input.files = rest.files;
          show();
          input.focus();
        });
        item.append(name, bytes, remove);
        return item;
      });
      list.replaceChildren(...items);
      list.hidden = items.length === 0;
      const tooLarge = total > most;
      const tooMany = files.length > Number(input.dataset.mostFiles);
      warning.hidden = !tooLarge && !tooMany;
      warning.textContent = tooLarge
        ? `Together these are ${size(total)}; up to ${size(most)} can be sent.`
        : `Up to ${input.dataset.mostFiles} files can be sent at once.`;
      input.setCustomValidity(warning.hidden ? "" : warning.textContent);
    };
    input.addEventListener("change", show);
    show();
  }

  // A draft outlives a closed lid or a wrong click: in this tab alone, never a file, never the hidden fields.
  const storage = () => {
    try {
      return window.sessionStorage;
    } catch {
      return null;
    }
  };
  const draftable = (form) => [...form.elements].filter((e) => e.name && e.name !== "website_url" && !["hidden", "file", "submit"].includes(e.type));

  for (const form of document.querySelectorAll("form[data-draft]")) {
    const store = storage();
    const key = `draft:${form.dataset.draft}`;
    const read = () => Object.fromEntries(draftable(form).filter((e) => e.type !== "radio" || e.checked).map((e) => [e.name, e.value]));
    const before = read();
    const untouched = () => Object.values(before).every((value) => value === "");
    const fill = (draft) => {
      for (const element of draftable(form)) {
        if (element.type === "radio") element.checked = draft[element.name] === element.value;
        else element.value = draft[element.name] ?? "";
        element.dispatchEvent(new Event("input"));
      }
    };

    const kept = store?.getItem(key);
    if (kept && untouched()) {
      fill(JSON.parse(kept));
      const told = document.createElement("p");
      const discard = document.createElement("button");
      told.className = "draft";
      told.textContent = "We kept what you had begun to write. ";
      discard.type = "button";
      discard.textContent = "Start afresh";
      discard.addEventListener("click", () => {
        store.removeItem(key);
        fill({});
        told.remove();
        draftable(form)[0]?.focus();
      });
      told.append(discard);
      form.querySelector("h2")?.after(told);
    }
    if (form.dataset.draftUntil === "sent") form.addEventListener("submit", () => store?.removeItem(key));
    form.addEventListener("input", () => {
      const draft = read();
      if (Object.values(draft).some((value) => value !== "")) store?.setItem(key, JSON.stringify(draft));
      else store?.removeItem(key);
    });
  }

  // What was sent needs no draft: the page that greets says so.
  for (const element of document.querySelectorAll("[data-received]")) storage()?.removeItem(`draft:${element.dataset.received}`);

  for (const form of document.querySelectorAll("form")) {
    const button = () => form.querySelector("button[type=submit]");
    let words = "";
    form.addEventListener("submit", (event) => {
      if (words) {
        event.preventDefault();
        return;
      }
      words = button().textContent;
      button().setAttribute("aria-disabled", "true");
      button().textContent = button().dataset.busy || words;
    });
    // Back from the next page: the form is whole again.
    window.addEventListener("pageshow", () => {
      if (!words) return;
      button().removeAttribute("aria-disabled");
      button().textContent = words;
      words = "";
    });
  }

  document.getElementById("problems")?.focus();
})();
