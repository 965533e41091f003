// A client's agreement is edited in a browser: looked at as it is typed, refused at its field, and written down.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
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

let browser;
let desk;
let office;
let asStaff;
let client; // agreed on an allowance
let at; // "/api/v1/clients/7/agreement"

const button = (page, name) => page.getByRole("button", { name, exact: true });
const review = (page) => page.getByRole("region", { name: "What this changes" });
const written = async () => (await office.manager.get(`${at}/written`)).versions;

async function look(page, name) {
  assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
  assert.deepEqual(await accessibilityProblems(page), []);
  await picture(page, name);
}

async function openForm(page) {
  await page.goto(`/staff/agreements/${client.id}/edit`);
  await review(page).getByText("Nothing is changed yet.").waitFor();
}

before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  browser = await startBrowser();
  asStaff = staffRoom(browser, desk);
  client = office.clients.find(({ name }) => name === "Alder Valley College");
  at = `/api/v1/clients/${client.id}/agreement`;
});
after(async () => {
  await browser?.close();
  await desk?.stop();
});

describe("an agreement in the staff app", () => {
  for (const one of looks) {
    test(`is edited well on a ${one.name} screen`, () =>
      asStaff("manager", one, async (page) => {
        await openForm(page);
        await look(page, `agreement-edit-${one.name}`);
        await page.getByLabel("All work", { exact: true }).fill("131.00");
        await review(page).getByRole("listitem").first().waitFor();
        await look(page, `agreement-edit-changed-${one.name}`);
      }));
  }

  test("gets a top-up by key, once what it changes was told", () =>
    asStaff("manager", {}, async (page) => {
      await page.goto(`/staff/agreements/${client.id}`);
      await page.getByRole("link", { name: "Edit", exact: true }).click();
      await button(page, "Top up").click();
      const time = page.getByRole("group", { name: "Top-up 1" }).getByLabel("Time", { exact: true });
      await until("the focus to be on the time", () =>
        time.evaluate((one) => one === document.activeElement),
      );
      await page.keyboard.press("Control+Enter");
      await page.getByText("How long? Write 20h, 90m or 1h30.").waitFor();
      await time.fill("2 h 30");
      await review(page).getByText(/2h30m/).first().waitFor();
      await review(page)
        .getByText(/With this: /)
        .waitFor();
      await button(review(page), "Save").click();
      await page.getByText(`The agreement with ${client.name} is written down.`).waitFor();
      await page.waitForURL(/\/agreements\/\d+$/);
      assert.equal((await written())[0].top_ups[0].time, "2h30m");
    }));

  test("is refused at its field, and nothing typed is lost by it", () =>
    asStaff("manager", {}, async (page) => {
      const before = await written();
      await openForm(page);
      const currency = page.getByLabel("Currency", { exact: true });
      await currency.fill("XYZ");
      await page.getByText(/is no currency of ISO 4217/).waitFor();
      await review(page).getByText("One entry to put right first.").waitFor();
      await look(page, "agreement-edit-refused");
      assert.equal(await currency.inputValue(), "XYZ");
      await page.getByRole("link", { name: "Cancel", exact: true }).click();
      await page.getByRole("dialog").getByText("are lost once you leave").waitFor();
      await button(page.getByRole("dialog"), "Discard and leave").click();
      await page.getByRole("heading", { name: "Terms" }).waitFor();
      assert.deepEqual(await written(), before);
    }));

  test("is not written over what somebody else wrote meanwhile", () =>
    asStaff("manager", {}, async (page) => {
      await openForm(page);
      await page.getByLabel("All work", { exact: true }).fill("132.00");
      await until("it to be looked at", () => button(review(page), "Save").isEnabled());
      const versions = (await written()).map((one) => ({ ...one, fee: "1300.00" }));
      const { seen } = await office.manager.expect(200, "POST", `${at}/preview`, { json: { versions } });
      await office.manager.expect(200, "PUT", `${at}/written`, { json: { versions, seen } });
      await button(review(page), "Save").click();
      await review(page).getByText("It is not saved.").waitFor();
      assert.equal(await page.getByLabel("All work", { exact: true }).inputValue(), "132.00");
      assert.equal((await written())[0].fee, "1300.00");
    }));

  test("has a new version from the newest, which is removed when asked twice", () =>
    asStaff("manager", {}, async (page) => {
      await openForm(page);
      const remove = page.getByRole("button", { name: /^Remove the version/ });
      const count = await remove.count();
      await button(page, "New version from…").click();
      await until("another version", async () => (await remove.count()) === count + 1);
      await remove.first().click();
      await button(page, "Remove all of this version?").click();
      await review(page).getByText("Nothing is changed yet.").waitFor();
    }));

  test("is for managers", () =>
    asStaff("coordinator", {}, async (page) => {
      await page.goto(`/staff/agreements/${client.id}`);
      await page.getByRole("heading", { name: "Terms" }).waitFor();
      assert.equal(await page.getByRole("link", { name: "Edit", exact: true }).count(), 0);
      await page.goto(`/staff/agreements/${client.id}/edit`);
      await page.getByRole("heading", { name: "For managers" }).waitFor();
    }));
});
