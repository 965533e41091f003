// Under each promise of the private page: the picture of its clock and the sentences that say the same.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  accessibilityProblems,
  openContext,
  picture,
  scrollsSideways,
  startBrowser,
} from "../journeys/support/browser.mjs";
import { startDesk } from "../journeys/support/desk.mjs";
import { openOffice } from "../journeys/support/directory.mjs";
import { expectation, nora, request, tomas } from "../world/cast.mjs";

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

async function withPage(look, use) {
  const context = await openContext(browser, { base: desk.base, ...look });
  try {
    await use(await context.newPage());
    assert.deepEqual(context.problems, []);
  } finally {
    await context.close();
  }
}

/** A ticket that was answered and is worked on: a promise that runs and one that is decided. */
async function answered(name) {
  const email = `${name}@harbour-bakery.example`;
  const { ref, url } = await office.coordinator.submit(
    request(nora, { contact: { name: nora.name, email } }),
  );
  const { pod, assignee } = office.pair();
  await office.coordinator.triage(ref, { tier: 2, pod: pod.id, assignee: assignee.id });
  await office.coordinator.reply(ref, "We see it too.", expectation(assignee));
  return { ref, path: new URL(url).pathname };
}

/** Pairs of words in a picture of which one stands on the other. */
async function collisions(page) {
  const pairs = [];
  for (const timeline of await page.locator(".timeline").all()) {
    const words = await timeline.locator("text:visible").evaluateAll((texts) =>
      texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { word: text.textContent, left, right, top, bottom };
      }),
    );
    for (const [at, one] of words.entries())
      for (const other of words.slice(at + 1))
        if (
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom
        )
          pairs.push(`${one.word} on ${other.word}`);
  }
  return pairs;
}

const summaries = (page) => page.locator(".explained > summary");
const unfolded = (page) =>
  page.locator(".explained").evaluateAll((all) => all.map((details) => details.open));

describe("an explanation", () => {
  for (const look of [
    { size: "phone", theme: "light" },
    { size: "phone", theme: "dark" },
    { size: "desktop", theme: "light" },
    { size: "desktop", theme: "dark" },
  ]) {
    test(`stands well on a ${look.size}, ${look.theme}, for everybody`, async () => {
      const { path } = await answered(`explained.${look.size}.${look.theme}`);
      await withPage({ ...look, javaScript: true }, async (page) => {
        await page.goto(path);
        for (const folded of (await summaries(page).all()).slice(1)) await folded.click();
        assert.ok((await unfolded(page)).every(Boolean));
        assert.deepEqual(await collisions(page), []);
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `explained-${look.size}-${look.theme}`);
      });
    });
  }

  for (const size of ["phone", "desktop"]) {
    test(`calls a goal a goal on a ${size}, and does not crowd the words beside it`, async () => {
      const email = `goal.${size}@harbour-bakery.example`;
      const { ref, url } = await office.coordinator.submit(
        request(tomas, { contact: { name: tomas.name, email } }),
      );
      const { clocks } = await office.coordinator.ticket(ref);
      assert.equal(clocks.goal.hidden, false);
      await withPage({ size }, async (page) => {
        await page.goto(new URL(url).pathname);
        const line = page.locator(".promises > li").first();
        assert.equal(await line.locator(".verdict").textContent(), "Within our goal");
        await page.getByRole("img", { name: /^Within our goal: / }).waitFor();
        const { width } = await line.boundingBox();
        const text = await line.locator(".verdict + span").boundingBox();
        assert.ok(text.width > 0.8 * width, `${text.width} of ${width} px are left for the words`);
        await picture(page, `goal-${size}`);
      });
    });
  }

  test("is unfolded for what is promised now, and unfolds with the keyboard, without JavaScript", async () => {
    const { path } = await answered("explained.keyboard");
    await withPage({ javaScript: false }, async (page) => {
      await page.goto(path);
      assert.deepEqual(await unfolded(page), [true, false]);
      await summaries(page).nth(1).focus();
      await page.keyboard.press("Enter");
      assert.deepEqual(await unfolded(page), [true, true]);
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Space");
      assert.deepEqual(await unfolded(page), [false, true]);
    });
  });

  test("has a picture that says its verdict, parts in order, and the same in sentences", async () => {
    const { path } = await answered("explained.parts");
    await withPage({}, async (page) => {
      await page.goto(path);
      await page.getByRole("img", { name: /^On time: .+ counted of .+\.$/ }).waitFor();
      const ends = await page
        .locator(".timeline")
        .first()
        .locator("rect, line:not(.mark-due)")
        .evaluateAll((parts) =>
          parts.map((part) => {
            const of = (name) => Number.parseFloat(part.getAttribute(name));
            return part.localName === "rect" ? [of("x"), of("x") + of("width")] : [of("x1"), of("x2")];
          }),
        );
      assert.equal(ends[0][0], 0);
      assert.equal(ends.at(-1)[1], 100);
      for (let i = 1; i < ends.length; i++) assert.ok(Math.abs(ends[i][0] - ends[i - 1][1]) < 0.01);
      const sentences = await page.locator(".reasons").first().getByRole("listitem").allTextContents();
      assert.match(
        sentences.at(-3),
        /^The promise is \d+ business days? after .+\.$|^The promise is .+ of open time/,
      );
      assert.match(sentences.at(-2), /counted so far, .+ still to come\.$/);
      assert.ok(sentences.slice(0, -3).every((sentence) => /counted\.$|still to come\.$/.test(sentence)));
    });
  });

  test("stays as its reader left it when the page moves, and keeps the keyboard's place", async () => {
    const { ref, path } = await answered("explained.live");
    await withPage({}, async (page) => {
      await page.goto(path);
      await summaries(page).nth(0).click();
      await summaries(page).nth(1).click();
      await office.member.reply(ref, "A word while you watch.");
      await page.getByText("A word while you watch.").waitFor({ timeout: 10_000 });
      assert.deepEqual(await unfolded(page), [false, true]);
      assert.ok(
        await summaries(page)
          .nth(1)
          .evaluate((summary) => summary === document.activeElement),
      );
    });
  });
});
