// Debian's Chromium, without a network of its own.
import { mkdirSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
import { chromium } from "playwright-core";

const pictures = new URL("../../../build/screenshots/", import.meta.url).pathname;

const everyLook = ["phone", "desktop"].flatMap((size) =>
  ["light", "dark"].map((theme) => ({ size, theme, name: `${size}-${theme}` })),
);

/** Each size and each theme once; all four together where PUNCTUAL_LOOKS says `all`. */
export const looks =
  process.env.PUNCTUAL_LOOKS === "all"
    ? everyLook
    : everyLook.filter(({ name }) => name === "phone-dark" || name === "desktop-light");

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    chromiumSandbox: false,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export const sizes = { phone: { width: 320, height: 720 }, desktop: { width: 1440, height: 900 } };

/** A fresh profile; `problems` collects what the page threw, logged as an error or was refused by its policy. */
export async function openContext(
  browser,
  { size = "desktop", theme = "light", javaScript = true, base } = {},
) {
  const context = await browser.newContext({
    baseURL: base,
    viewport: sizes[size],
    colorScheme: theme,
    reducedMotion: "reduce",
    javaScriptEnabled: javaScript,
    timezoneId: "America/Chicago",
    locale: "en-US",
  });
  context.setDefaultTimeout(15_000);
  context.problems = [];
  context.on("page", (page) => {
    page.on("pageerror", (error) => context.problems.push(`thrown: ${error.message}`));
    page.on("console", (message) => {
      const refusal = /the server responded with a status of 4\d\d/; // Chromium's own words, for what tests ask for
      if (message.type() === "error" && !refusal.test(message.text()))
        context.problems.push(`logged: ${message.text()}`);
    });
  });
  return context;
}

/** Keeps a picture to be looked at. */
export async function picture(page, name) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true, animations: "disabled" });
}

/** What axe finds, one line each; frames stay out: a mail's sandbox runs no script, not even axe's. */
export async function accessibilityProblems(page) {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async () => (await globalThis.axe.run(document, { iframes: false })).violations,
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(" · ")})`,
  );
}

/** Does anything stand wider than the window? */
export function scrollsSideways(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
