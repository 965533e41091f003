// The client's side in a browser: with and without JavaScript, small and large, light and dark.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  accessibilityProblems,
  looks,
  openContext,
  picture,
  scrollsSideways,
  startBrowser,
} from "../journeys/support/browser.mjs";
import { startDesk } from "../journeys/support/desk.mjs";
import { openOffice } from "../journeys/support/directory.mjs";
import { expectation, nora } from "../world/cast.mjs";

let browser;
let desk;
let office;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await desk?.stop();
});

/** A page with this look; fails afterwards where the page complained. */
async function withPage(look, use) {
  const context = await openContext(browser, { base: desk.base, ...look });
  try {
    const page = await context.newPage();
    await use(page);
    assert.deepEqual(context.problems, []);
  } finally {
    await context.close();
  }
}

async function fillIn(page, who) {
  await page.getByLabel("Your name").fill(who.name);
  await page.getByLabel("E-mail").fill(who.email);
  await page.getByLabel(/^Company/).fill(who.company);
  await page.getByLabel(/^Which website/).fill(who.site);
  await page.locator(`input[name=live][value=${who.live}]`).check({ force: true });
  await page.getByLabel(/^What happens, and/).fill(who.description);
  await page.locator(`input[name=impact][value=${who.impact}]`).check({ force: true });
}

const sendButton = (page) => page.getByRole("button", { name: "Send request" });

/** A ticket somebody is at work on; its private page's path. */
async function answered(email) {
  const { ref, url } = await office.coordinator.submit({
    contact: { name: nora.name, email, company: nora.company },
    site: nora.site,
    live: true,
    description: nora.description,
    impact: "degraded",
  });
  const { pod, assignee } = office.pair();
  await office.coordinator.triage(ref, { tier: 2, pod: pod.id, assignee: assignee.id });
  await office.coordinator.reply(
    ref,
    "We see it too, **thank you**.\n\n- the log is read\n- a fix is tried",
    expectation(assignee),
  );
  return { ref, path: new URL(url).pathname, assignee };
}

describe("the support page", () => {
  for (const look of looks) {
    test(`stands well on a ${look.name} screen, for everybody`, () =>
      withPage(look, async (page) => {
        await page.goto("/");
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `support-${look.name}`);
      }));
  }

  test("says the hours in the visitor's own zone", () =>
    withPage({}, async (page) => {
      await page.goto("/");
      await page.locator("[data-hours]:not([hidden])").waitFor();
      assert.match(await page.locator("[data-hours]").textContent(), /\d/);
    }));

  test("can be filled in and sent with the keyboard alone", () =>
    withPage({}, async (page) => {
      await page.goto("/");
      await page.getByLabel("Your name").focus();
      const type = async (text) => {
        await page.keyboard.type(text);
        await page.keyboard.press("Tab");
      };
      for (const text of [nora.name, "keys@harbour-bakery.example", nora.company, "", nora.site, ""])
        await type(text);
      await page.keyboard.press("Space");
      await page.keyboard.press("Tab");
      await type("No mouse today.");
      await page.keyboard.press("Space");
      await sendButton(page).focus();
      await Promise.all([page.waitForURL(/\/r\//), page.keyboard.press("Enter")]);
    }));
});

for (const javaScript of [true, false]) {
  describe(`${javaScript ? "with" : "without"} JavaScript`, () => {
    test("a request is sent, followed and answered", () =>
      withPage({ javaScript }, async (page) => {
        await page.goto("/");
        await fillIn(page, { ...nora, email: `browser.${javaScript}@harbour-bakery.example` });
        await page
          .locator("input[type=file]")
          .setInputFiles({ name: "till.txt", mimeType: "text/plain", buffer: Buffer.from("declined") });
        await Promise.all([page.waitForURL(/\/r\//), sendButton(page).click()]);
        await page.getByRole("heading", { name: /^Request / }).waitFor();
        assert.ok((await page.locator("main").textContent()).includes("till.txt"));
        await page.getByLabel("Your message").fill("One more thing.");
        await page.locator("#reply button[type=submit]").click();
        await page.getByText("One more thing.").first().waitFor();
        const { items } = await office.member.get(
          `/api/v1/tickets?q=browser.${javaScript}@harbour-bakery.example`,
        );
        const ticket = await office.member.ticket(items[0].ref);
        assert.deepEqual(
          ticket.timeline.map(({ type }) => type),
          ["submitted", "client_replied"],
        );
      }));
  });
}

test("a refused form keeps what was typed and leads to what is wrong", () =>
  withPage({ javaScript: false }, async (page) => {
    await page.goto("/");
    await fillIn(page, { ...nora, site: "harbour-bakery" });
    const [reply] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === "POST"),
      sendButton(page).click(),
    ]);
    assert.equal(reply.status(), 422);
    assert.equal(await page.getByLabel("Your name").inputValue(), nora.name);
    assert.equal(await page.getByLabel(/^What happens, and/).inputValue(), nora.description);
    await page.locator("#problems a").first().click();
    assert.equal(new URL(page.url()).hash, "#site");
    await picture(page, "support-refused");
  }));

test("two clicks send one request", () =>
  withPage({}, async (page) => {
    await page.goto("/");
    await fillIn(page, { ...nora, email: "double@harbour-bakery.example" });
    await Promise.all([page.waitForURL(/\/r\//), sendButton(page).dblclick()]);
    await page.getByRole("heading", { name: /^Request / }).waitFor();
    const { items } = await office.member.get("/api/v1/tickets?q=double@harbour-bakery.example");
    assert.equal(items.length, 1);
  }));

describe("the private page", () => {
  for (const look of looks) {
    test(`stands well on a ${look.name} screen, for everybody`, async () => {
      const { path } = await answered(`look.${look.name}@harbour-bakery.example`);
      await withPage(look, async (page) => {
        await page.goto(path);
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `private-${look.name}`);
      });
    });
  }

  test("moves by itself while it is open, and keeps what is being typed", async () => {
    const { ref, path, assignee } = await answered("moving@harbour-bakery.example");
    await withPage({}, async (page) => {
      await page.goto(path);
      await page.getByLabel("Your message").fill("I am still typing");
      await office.member.reply(ref, "A word while you watch.");
      await page.getByText("A word while you watch.").waitFor({ timeout: 10_000 });
      assert.equal(await page.getByLabel("Your message").inputValue(), "I am still typing");
      await office.member.resolve(ref, "All is well again.");
      await page.getByText("All is well again.").waitFor({ timeout: 10_000 });
      assert.ok((await page.locator("main").textContent()).includes(assignee.name));
    });
  });
});
