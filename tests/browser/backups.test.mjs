// The page that tells managers whether the desk could be restored.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import {
  accessibilityProblems,
  looks,
  picture,
  scrollsSideways,
  startBrowser,
} from "../journeys/support/browser.mjs";
import { startDesk, temporaryFolder } from "../journeys/support/desk.mjs";
import { staffRoom } from "../journeys/support/staff_room.mjs";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

const button = (page) => page.getByRole("button", { name: "Back up now" });

describe("with a folder for backups", () => {
  const folder = path.join(temporaryFolder(), "backups");
  let desk;
  let asStaff;
  before(async () => {
    desk = await startDesk({ settings: { PUNCTUAL_BACKUP_FOLDER: folder } });
    asStaff = staffRoom(browser, desk);
  });
  after(() => desk?.stop());

  for (const look of looks) {
    test(`stands well on a ${look.name} screen`, () =>
      asStaff("manager", look, async (page) => {
        await page.goto("/staff/backups");
        await page.getByText("The desk can be restored.").waitFor();
        await page.getByText(/made each day at 03:00/).waitFor();
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `backups-${look.name}`);
      }));
  }

  test("a manager finds it, and makes one more", () =>
    asStaff("manager", {}, async (page) => {
      await page.goto("/staff/");
      await page.getByRole("link", { name: "Backups" }).click();
      const made = page.getByRole("list", { name: "Backups made" }).getByText("Made", { exact: true });
      await made.first().waitFor();
      const before = await made.count();
      await button(page).click();
      await made.nth(before).waitFor();
    }));

  test("a second on request within an hour is refused with when", () =>
    asStaff("manager", {}, async (page) => {
      await page.goto("/staff/backups");
      await button(page).click();
      await page.getByText(/may be asked for at/).waitFor();
      assert.deepEqual(await accessibilityProblems(page), []);
    }));

  test("is the managers'", () =>
    asStaff("member", {}, async (page) => {
      await page.goto("/staff/");
      assert.equal(await page.getByRole("link", { name: "Backups" }).count(), 0);
      await page.goto("/staff/backups");
      await page.getByRole("heading", { name: "For managers" }).waitFor();
    }));
});

test("without a folder it says how to have backups", async () => {
  const desk = await startDesk();
  try {
    await staffRoom(browser, desk)("manager", {}, async (page) => {
      await page.goto("/staff/backups");
      await page.getByText("There is no backup.").waitFor();
      await page.getByText("backup.folder").waitFor();
      assert.equal(await button(page).count(), 0);
      await picture(page, "backups-none");
    });
  } finally {
    await desk.stop();
  }
});

test("one that failed is the first thing it says, with the reason", async () => {
  const file = path.join(temporaryFolder(), "no-folder");
  writeFileSync(file, "a file where the folder should be");
  const desk = await startDesk({ settings: { PUNCTUAL_BACKUP_FOLDER: file } });
  try {
    await staffRoom(browser, desk)("manager", {}, async (page) => {
      await page.goto("/staff/backups");
      await page.getByText("The last backup could not be made.").waitFor();
      await page.getByText(/cannot be made: .*; name a place that may be written to/).waitFor();
      assert.deepEqual(await accessibilityProblems(page), []);
      await picture(page, "backups-failed");
    });
  } finally {
    await desk.stop();
  }
});
