// The room of the business hours in a browser: read by everybody, edited as a draft, checked, made a version.
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
import { icalendar } from "../journeys/support/icalendar.mjs";
import { staffRoom } from "../journeys/support/staff_room.mjs";
import { until } from "../journeys/support/until.mjs";
import { nora, request } from "../world/cast.mjs";

let browser;
let desk;
let office;
let asStaff;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  browser = await startBrowser();
  asStaff = staffRoom(browser, desk);
});
after(async () => {
  await browser?.close();
  await desk?.stop();
});

const hoursPath = "/api/v1/business-hours";
const inForce = () => office.manager.get(hoursPath);
const nextYear = new Date().getFullYear() + 1;

/** Another manager's change, by API. */
async function elsewhere(edit) {
  const read = await office.manager.call("GET", hoursPath);
  const json = { hours: edit(read.json.hours), confirmed: true };
  return office.manager.expect(200, "PUT", hoursPath, { json, headers: { "if-match": read.headers.etag } });
}

async function open(page) {
  await page.goto("/staff/hours");
  await page.getByRole("heading", { name: "Business hours" }).waitFor();
  await page.getByRole("group", { name: "Monday" }).first().waitFor();
}

const opens = (page, day) => page.getByRole("textbox", { name: new RegExp(`^${day}( 1)? opens$`) }).first();
const closes = (page, day) =>
  page.getByRole("textbox", { name: new RegExp(`^${day}( 1)? closes( the next day)?$`) }).first();
const button = (page, name) => page.getByRole("button", { name });

async function discard(page) {
  await button(page, "Discard").click();
  await button(page, "Discard all of it?").click();
  await page.getByText("Unsaved changes").waitFor({ state: "detached" });
}

const calendar = (...entries) =>
  icalendar(
    ...entries.map(([date, name]) => `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}\r\nSUMMARY:${name}`),
  );

const choose = (page, name, text) =>
  page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "text/calendar", buffer: Buffer.from(text) });

describe("reading the hours", () => {
  for (const look of looks) {
    test(`stands well on a ${look.name} screen, for everybody`, () =>
      asStaff("manager", look, async (page) => {
        await open(page);
        await page.getByText("in force", { exact: true }).waitFor();
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `hours-${look.name}`);
      }));
  }

  test("is for everybody, changing for managers", () =>
    asStaff("member", {}, async (page) => {
      await page.goto("/staff/");
      await page.getByRole("link", { name: "Business hours" }).click();
      await page.getByText(/Managers change them/).waitFor();
      await page.getByRole("group", { name: "Monday" }).waitFor();
      assert.equal(await page.locator("#room").getByRole("textbox").count(), 0);
      assert.equal(await button(page, /Import/).count(), 0);
      assert.deepEqual(await accessibilityProblems(page), []);
    }));
});

describe("editing the hours", () => {
  test("is checked before it is asked: what is wrong is said where it is typed", () =>
    asStaff("manager", {}, async (page) => {
      await open(page);
      const { version } = await inForce();
      await opens(page, "Tuesday").fill("11");
      await closes(page, "Tuesday").fill("11:00");
      await button(page, "Check what this does").click();
      await page.getByText(/close as it opens/).waitFor();
      await until("the focus to be on the wrong field", () =>
        opens(page, "Tuesday").evaluate((field) => field === document.activeElement),
      );
      assert.deepEqual(await accessibilityProblems(page), []);
      await picture(page, "hours-wrong");
      await discard(page);
      assert.equal((await inForce()).version, version);
    }));

  test("reads times as people write them, and shows them as everywhere", () =>
    asStaff("manager", {}, async (page) => {
      await open(page);
      for (const [typed, shown] of [
        ["7:30am", "07:30"],
        ["7:30 am", "07:30"],
        ["7.30", "07:30"],
        ["0730", "07:30"],
        ["7", "07:00"],
      ]) {
        await opens(page, "Thursday").fill("");
        await opens(page, "Thursday").pressSequentially(typed);
        assert.equal(await opens(page, "Thursday").inputValue(), typed);
        await page.keyboard.press("Tab");
        assert.equal(await opens(page, "Thursday").inputValue(), shown);
      }
      await closes(page, "Thursday").fill("17 pm");
      await button(page, "Check what this does").click();
      await page.getByText("“17 pm” is no time. Write 17:30, 1730 or 5:30 pm.").waitFor();
      await until("the focus to be on the wrong field", () =>
        closes(page, "Thursday").evaluate((field) => field === document.activeElement),
      );
      assert.equal(await opens(page, "Thursday").getAttribute("aria-invalid"), null);
      await picture(page, "hours-no-time");
      await discard(page);
    }));

  test("survives a reload and warns whoever leaves", () =>
    asStaff("manager", {}, async (page) => {
      await open(page);
      await page.getByLabel("Another holiday on").fill(`${nextYear}-08-13`);
      await page.getByLabel("Name", { exact: true }).fill("Day of the harbour");
      await page.getByLabel("Name", { exact: true }).press("Enter");
      await page.getByText("Day of the harbour").waitFor();
      page.once("dialog", (dialog) => dialog.accept());
      await page.reload();
      await page.getByText("Day of the harbour").waitFor();
      await page.getByRole("link", { name: "Active" }).click();
      await page.getByRole("dialog", { name: "The hours are not saved" }).waitFor();
      await picture(page, "hours-leaving");
      await button(page, "Stay").click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await discard(page);
      assert.equal(await page.getByText("Day of the harbour").count(), 0);
    }));

  test("says what it does, becomes a version, and running tickets follow", () =>
    asStaff("manager", {}, async (page) => {
      const { ref } = await office.coordinator.submit(
        request({ ...nora, email: "hours@harbour-bakery.example" }),
      );
      const { version } = await inForce();
      await open(page);
      // Closed until ten in the evening, every day: whatever the hour of this test, a running promise moves.
      await opens(page, "Monday").fill("22");
      await closes(page, "Monday").fill("23:30");
      await button(page, "Copy the hours of Monday to other days").click();
      await page.getByRole("menuitem", { name: "Every day" }).click();
      await button(page, "Check what this does").click();
      const dialog = page.getByRole("dialog", { name: "What this does" });
      await dialog.getByRole("heading", { name: "Running tickets" }).waitFor();
      await dialog.getByRole("link", { name: ref }).first().waitFor();
      await dialog.getByText("Saturday: 22:00–23:30 instead of closed.").waitFor();
      assert.deepEqual(await accessibilityProblems(page), []);
      await picture(page, "hours-check");
      if (await dialog.getByRole("checkbox").count()) await dialog.getByRole("checkbox").check();
      await button(page, `Make version ${version + 1}`).click();
      await page
        .getByText(`Version ${version + 1} is in force`)
        .first()
        .waitFor();
      await page.getByText("Unsaved changes").waitFor({ state: "detached" });
      await page.getByText(/every running ticket follows it/).waitFor({ timeout: 30_000 });

      const now = await inForce();
      assert.equal(now.version, version + 1);
      assert.deepEqual(now.hours.weekly.sun, [["22:00", "23:30"]]);
      assert.equal(now.rejudging, 0);
      const { timeline } = await office.manager.ticket(ref);
      assert.equal(timeline.filter(({ type }) => type === "rejudged").length, 1);
      await page.goto(`/staff/tickets/${ref}`);
      await page.getByText(/The hours changed: .*First reply moves from/).waitFor();
      await picture(page, "ticket-rejudged");
    }));

  test("somebody was quicker: nothing is lost, and both changes come into force", () =>
    asStaff("manager", {}, async (page) => {
      await open(page);
      await opens(page, "Wednesday").fill("21:30");
      await elsewhere((hours) => ({ ...hours, weekly: { ...hours.weekly, tue: [["21:00", "23:00"]] } }));
      const { version } = await inForce();
      await button(page, "Check what this does").click();
      await button(page, `Make version ${version}`).click();
      await page.getByText("Somebody changed the hours while you were editing.").waitFor();
      assert.equal((await inForce()).version, version);
      assert.equal(await opens(page, "Wednesday").inputValue(), "21:30");
      assert.deepEqual(await accessibilityProblems(page), []);
      await picture(page, "hours-outdated");
      await button(page, /put my changes on top/).click();
      assert.equal(await opens(page, "Tuesday").inputValue(), "21:00");
      await button(page, "Check what this does").click();
      await button(page, `Make version ${version + 1}`).click();
      await page
        .getByText(`Version ${version + 1} is in force`)
        .first()
        .waitFor();
      const { weekly } = (await inForce()).hours;
      assert.deepEqual([weekly.tue[0][0], weekly.wed[0][0]], ["21:00", "21:30"]);
    }));
});

describe("the rest of the page", () => {
  test("a zone is typed over the one that stands there, and back", () =>
    asStaff("manager", {}, async (page) => {
      await open(page);
      const zone = page.getByRole("combobox", { name: "Time zone" });
      await zone.click();
      await until("its text to be selected", () =>
        zone.evaluate(
          ({ selectionStart, selectionEnd, value }) => selectionEnd - selectionStart === value.length,
        ),
      );
      await page.keyboard.type("Lisbon");
      await page.keyboard.press("Enter");
      assert.equal(await zone.inputValue(), "Europe/Lisbon");
      await discard(page);
    }));

  test("a week that begins in the past says what that does", () =>
    asStaff("manager", {}, async (page) => {
      await open(page);
      await page.getByLabel("Other hours from").fill("2026-01-05");
      await button(page, "Add a week").click();
      await page.getByText(/^In the past: running tickets/).waitFor();
      await discard(page);
    }));
});

describe("holidays from a file", () => {
  test("are looked through, added to the draft, struck out, and stay so when they come again", () =>
    asStaff("manager", {}, async (page) => {
      const file = calendar(
        [`${nextYear}-05-02`, "Regatta"],
        [`${nextYear}-05-03`, "Day after the regatta"],
        [`${nextYear}-05-04`, "Launch"],
      );
      await open(page);
      await choose(page, "harbour.ics", file);
      const dialog = page.getByRole("dialog", { name: "Holidays from Harbour holidays" });
      await dialog.getByText("3 of 3 are new").waitFor();
      assert.equal(await dialog.getByText(/more days? below/).count(), 0);
      assert.deepEqual(await accessibilityProblems(page), []);
      await picture(page, "hours-import");
      await dialog.getByRole("checkbox", { name: /Launch/ }).uncheck();
      await dialog.getByRole("button", { name: "Add 2 holidays" }).click();
      await page.getByText("Regatta", { exact: true }).waitFor();
      assert.equal(await page.getByText("Launch", { exact: true }).count(), 0);

      await button(page, /^Strike out Regatta/).click();
      await button(page, /^Restore Regatta/).waitFor();
      await choose(page, "harbour.ics", file);
      await dialog.getByText("1 of 3 are new").waitFor();
      await dialog.getByText("struck out; stays so").waitFor();
      await dialog.getByText("already in the list").waitFor();
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await discard(page);
    }));

  for (const look of looks) {
    test(`a long list says on a ${look.name} screen that it goes on`, () =>
      asStaff("manager", look, async (page) => {
        const days = Array.from({ length: 43 }, (_, day) => [
          new Date(Date.UTC(nextYear, 2, 1 + day)).toISOString().slice(0, 10),
          `Day ${day + 1} of the fair`,
        ]);
        await open(page);
        await choose(page, "fair.ics", calendar(...days));
        const dialog = page.getByRole("dialog", { name: /^Holidays from/ });
        const hint = dialog.getByText(/^\d+ more days? below$/);
        await hint.waitFor();
        const list = dialog.getByRole("list", { name: "Days in the file" });
        const before = Number.parseInt(await hint.textContent(), 10);
        const seen = await list.evaluate(
          (all) => [...all.children].filter((day) => day.offsetTop < all.clientHeight).length,
        );
        assert.ok(Math.abs(43 - before - seen) <= 1, `${before} below, ${seen} seen`);
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `hours-import-long-${look.name}`);
        await list.focus();
        await page.keyboard.press("End");
        await hint.waitFor({ state: "hidden" });
        await dialog.getByText("Day 43 of the fair").waitFor();
        await picture(page, `hours-import-end-${look.name}`);
        await dialog.getByRole("button", { name: "Cancel" }).click();
      }));
  }

  test("what is no calendar is refused with what to do", () =>
    asStaff("manager", {}, async (page) => {
      await open(page);
      await choose(page, "letter.ics", "Dear all, we are closed on Friday.");
      const dialog = page.getByRole("dialog", { name: "The file was not read" });
      // One sentence, which begins with the file.
      assert.match(
        await dialog.getByRole("alert").textContent(),
        /^letter\.ics is no iCalendar file; [^\n]+\.$/,
      );
      assert.deepEqual(await accessibilityProblems(page), []);
      await picture(page, "hours-import-refused");
    }));
});
