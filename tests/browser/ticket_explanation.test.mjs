// Why a promise stands as it does, on the ticket: the bar by mouse and by keyboard, and the sentences under it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  accessibilityProblems,
  looks,
  picture,
  scrollsSideways,
  startBrowser,
} from "../journeys/support/browser.mjs";
import { startDesk } from "../journeys/support/desk.mjs";
import { openOffice } from "../journeys/support/directory.mjs";
import { staffRoom } from "../journeys/support/staff_room.mjs";
import { until } from "../journeys/support/until.mjs";
import { expectation, nora, request } from "../world/cast.mjs";

let browser;
let desk;
let office;
let asStaff;
let ref;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  browser = await startBrowser();
  asStaff = staffRoom(browser, desk);
  ref = (await office.coordinator.submit(request(nora))).ref;
  const { pod, assignee } = office.pair();
  await office.coordinator.triage(ref, { tier: 2, pod: pod.id, assignee: assignee.id });
});
after(async () => {
  await browser?.close();
  await desk?.stop();
});

const explained = async (clock) =>
  (await office.member.get(`/api/v1/tickets/${ref}/explanation`)).clocks.findLast(
    (one) => one.clock === clock,
  );

/** The ticket with the explanation of this promise unfolded, whatever was remembered. */
async function why(page, promise) {
  await page.goto(`/staff/tickets/${ref}`);
  await page.getByRole("article", { name: `Ticket ${ref}` }).waitFor();
  const facts = page.getByText("Promises and facts");
  if (await facts.isVisible()) await facts.click();
  const button = page.getByRole("button", { name: `Why: ${promise}` });
  await button.waitFor();
  if ((await button.getAttribute("aria-expanded")) === "false") await button.press("Enter");
  await page.getByRole("slider", { name: new RegExp(`^${promise}`) }).waitFor();
  return page.getByRole("slider", { name: new RegExp(`^${promise}`) });
}

for (const look of looks) {
  test(`it stands well on a ${look.name} screen, for everybody`, () =>
    asStaff("coordinator", look, async (page) => {
      await why(page, "First reply");
      await why(page, "Resolution");
      assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
      assert.deepEqual(await accessibilityProblems(page), []);
      await picture(page, `explanation-${look.name}`);
    }));
}

test("the page never grows beyond the window, whatever is unfolded", () =>
  asStaff("coordinator", { size: "desktop", theme: "light" }, async (page) => {
    await why(page, "First reply");
    const folded = page.getByRole("button", { name: /^Why: /, expanded: false });
    for (let left = await folded.count(); left > 0; left -= 1) await folded.first().press("Enter");
    const slider = page.getByRole("slider");
    await until("every promise to have its bar", async () => (await slider.count()) > 1);
    const beyond = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    assert.ok(beyond <= 1, `${beyond} px of emptiness below the window`);
  }));

test("the sentences say what the desk says", () =>
  asStaff("member", {}, async (page) => {
    await why(page, "First reply");
    const { sentences } = await explained("first_reply");
    assert.ok(sentences.length > 0);
    const side = page.getByRole("complementary", { name: "Promises and facts" });
    const shown = await side.getByRole("listitem").count();
    // The minute may have turned between the two questions, but what is long is folded.
    assert.equal(shown, Math.min(12, sentences.length));
    // Times of day are read as everywhere in the app.
    assert.doesNotMatch(await page.locator("#root").textContent(), /\d ?[ap]m\b/i);
    assert.match(await side.textContent(), /used up .+, \d\d:\d\d(:\d\d)?\./);
  }));

test("the bar is walked with the arrows", () =>
  asStaff("member", {}, async (page) => {
    const bar = await why(page, "First reply");
    await bar.focus();
    const { stretches } = await explained("first_reply");
    const count = Number(await bar.getAttribute("aria-valuemax"));
    assert.ok(count >= 1 && count <= stretches.length, `${count} of ${stretches.length}`);
    await page.keyboard.press("Home");
    assert.equal(await bar.getAttribute("aria-valuenow"), "1");
    for (let step = 1; step < count; step += 1) await page.keyboard.press("ArrowRight");
    assert.equal(await bar.getAttribute("aria-valuenow"), String(count));
    assert.match(await bar.getAttribute("aria-valuetext"), /\d\d:\d\d.*: /);
    await picture(page, "explanation-walked");
  }));

test("what was chosen holds for the next ticket", () =>
  asStaff("member", {}, async (page) => {
    await why(page, "First reply");
    const button = page.getByRole("button", { name: "Why: First reply" });
    await button.click();
    await page.reload();
    await button.waitFor();
    assert.equal(await button.getAttribute("aria-expanded"), "false");
  }));

test("an answer stops the clock, and the picture says so by itself", () =>
  asStaff("coordinator", {}, async (page) => {
    await why(page, "First reply");
    // Chosen for this promise, not only shown because it is due next: it stays when another one is.
    const button = page.getByRole("button", { name: "Why: First reply" });
    await button.click();
    await button.click();
    const { assignee } = office.pair();
    await office.coordinator.reply(ref, "We see it too.", expectation(assignee));
    await until("the explanation to say stopped", async () => (await explained("first_reply")).stopped);
    await page.getByText(/^stopped \d\d:\d\d$/).waitFor({ timeout: 10_000 });
  }));
