// What clients have agreed to, in a browser: time written down and corrected, balances, agreements, statements.
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
import { addDays, dateIn } from "../journeys/support/rota.mjs";
import { staffRoom } from "../journeys/support/staff_room.mjs";
import { until } from "../journeys/support/until.mjs";

let browser;
let desk;
let office;
let asStaff;
let zone;
let today;
let client; // has an allowance and kinds of work
let ticket; // of theirs, triaged
let lastMonth; // "2026-10"

const button = (page, name) => page.getByRole("button", { name });
const dialog = (page) => page.getByRole("dialog");
const timeOf = (page) => page.getByRole("region", { name: "Time", exact: true });

/** Writes time down by API. */
const log = (api, ref, work) => api.expect(201, "POST", `/api/v1/tickets/${ref}/time`, { json: work });

async function look(page, name) {
  assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
  assert.deepEqual(await accessibilityProblems(page), []);
  await picture(page, name);
}

async function openTicket(page, ref) {
  await page.goto(`/staff/tickets/${ref}`);
  const facts = page.getByText("Promises and facts", { exact: true });
  await page.getByRole("article", { name: `Ticket ${ref}` }).waitFor();
  if (page.viewportSize().width < 900) await facts.click();
  await button(timeOf(page), "Write time down").waitFor();
  await timeOf(page).scrollIntoViewIfNeeded();
}

const monthBefore = (date) => addDays(`${date.slice(0, 7)}-01`, -1).slice(0, 7);

before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  browser = await startBrowser();
  asStaff = staffRoom(browser, desk);
  zone = (await office.manager.get("/api/v1/rota?days=1")).time_zone;
  today = dateIn(zone);
  lastMonth = monthBefore(today);
  const { items } = await office.manager.get("/api/v1/agreements");
  client = items.find(({ in_force, balance }) => in_force?.kinds.length > 0 && balance?.usable > 0).client;
  const tickets = (await office.manager.get("/api/v1/tickets?limit=200")).items;
  ticket = tickets.find((one) => one.client?.id === client.id && one.tier !== null && one.status === "open");
  await log(office.member, ticket.ref, { date: `${lastMonth}-10`, minutes: 150, note: "Read the log." });
  await log(office.member, ticket.ref, { date: today, minutes: 95, note: "Wrote the fix." });
});
after(async () => {
  await browser?.close();
  await desk?.stop();
});

describe("time on a ticket", () => {
  test("is written down by key, corrected with a reason and struck out", () =>
    asStaff("coordinator", {}, async (page) => {
      const me = desk.person("coordinator").name;
      await openTicket(page, ticket.ref);
      await page.keyboard.press("h");
      const field = timeOf(page).getByLabel("Time", { exact: true });
      await until("the focus to be on how long it was", () =>
        field.evaluate((one) => one === document.activeElement),
      );
      await page.keyboard.press("Control+Enter");
      await timeOf(page).getByText("How long was it?").waitFor();
      await field.fill("1h30");
      await timeOf(page).getByRole("textbox", { name: "Note" }).fill("Looked into it.");
      await page.keyboard.press("Control+Enter");
      await page.getByText(`1 h 30 min on ${ticket.ref} are written down.`).waitFor();
      const entry = timeOf(page).getByRole("listitem").filter({ hasText: "Looked into it." });
      await entry.getByText("1 h 30 min").waitFor();

      await button(entry, `Correct 1 h 30 min of ${me}`).click();
      await dialog(page).getByLabel("Time", { exact: true }).fill("75m");
      await button(dialog(page), "Correct it").click();
      await dialog(page).getByText("Say why; it is kept with the entry.").waitFor();
      await look(page, "time-correct");
      await dialog(page).getByLabel("Reason").fill("It was a quarter less.");
      await button(dialog(page), "Correct it").click();
      await entry.getByText("1 h 15 min").waitFor();

      await button(entry, `Correct 1 h 15 min of ${me}`).click();
      await dialog(page).getByLabel("Reason").fill("It was another request.");
      await button(dialog(page), "Strike out").click();
      await entry.getByText("Struck out").waitFor();
      const { items } = await office.manager.get(`/api/v1/tickets/${ticket.ref}/time`);
      assert.equal(items.find(({ note }) => note === "Looked into it.").minutes, 0);
    }));

  test("of times of day is as long as they are; what the desk refuses stands at its field", () =>
    asStaff("member", {}, async (page) => {
      await openTicket(page, ticket.ref);
      await button(timeOf(page), "Write time down").click();
      await timeOf(page).getByText("From and to", { exact: true }).click();
      await timeOf(page).getByLabel("Date").fill(addDays(today, -1));
      await timeOf(page).getByLabel("From", { exact: true }).fill("9.15");
      await timeOf(page).getByLabel("To", { exact: true }).fill("10:45");
      await timeOf(page).getByText("1 h 30 min", { exact: true }).first().waitFor();
      await timeOf(page).getByLabel("Date").fill(addDays(today, 3));
      await button(timeOf(page), "Write it down").click();
      await timeOf(page).getByText("This is yet to come; write down what was done.").waitFor();
      await look(page, "time-refused");
    }));

  test("corrected meanwhile by somebody else is not written over", () =>
    asStaff("coordinator", {}, async (page) => {
      const { id, version } = await log(office.member, ticket.ref, {
        date: today,
        minutes: 40,
        note: "Two at once.",
      });
      await openTicket(page, ticket.ref);
      const entry = timeOf(page).getByRole("listitem").filter({ hasText: "Two at once." });
      await button(entry, /^Correct 40 min/).click();
      await dialog(page).getByLabel("Reason").fill("Too long.");
      await office.member.expect(200, "PUT", `/api/v1/time/${id}`, {
        headers: { "If-Match": `"${version}"` },
        json: { date: today, minutes: 35, note: "Two at once.", reason: "Five less." },
      });
      await dialog(page).getByLabel("Time", { exact: true }).fill("30");
      await button(dialog(page), "Correct it").click();
      await dialog(page).getByText("Somebody has corrected it meanwhile").waitFor();
      await dialog(page).getByText(": 35 min.").waitFor();
      await button(dialog(page), "Correct it").click();
      await entry.getByText("30 min").waitFor();
    }));

  for (const one of looks) {
    test(`stands well on a ${one.name} screen, with what the client has left`, () =>
      asStaff("coordinator", one, async (page) => {
        await openTicket(page, ticket.ref);
        await timeOf(page)
          .getByText(/ left$|^Nothing of/)
          .first()
          .waitFor();
        await button(timeOf(page), "What would more work be?").click();
        await timeOf(page).getByText("As the agreement counts it").waitFor();
        await button(timeOf(page), "Write time down").click();
        await look(page, `time-ticket-${one.name}`);
      }));
  }

  test("says in the triage what the client has left, and what more would be", () =>
    asStaff("coordinator", {}, async (page) => {
      await openTicket(page, ticket.ref);
      await page.locator("h1").first().click();
      await page.keyboard.press("t");
      const triage = page.getByRole("region", { name: "Triage" });
      await button(triage, "What would more work be?").click();
      await triage.getByLabel("So much more work").fill("500h");
      await triage
        .getByText(/, \d+ h .*not/)
        .first()
        .waitFor();
      await triage.getByLabel("So much more work").press("Enter");
      await triage.getByText("As the agreement counts it").waitFor();
      await look(page, "time-triage");
    }));
});

describe("the time of a week", () => {
  for (const one of looks) {
    test(`stands well on a ${one.name} screen`, () =>
      asStaff("member", one, async (page) => {
        await page.goto("/staff/time");
        await page.getByText("Wrote the fix.").waitFor();
        await page.getByText(/ in the week$/).waitFor();
        await look(page, `time-week-${one.name}`);
      }));
  }

  test("is walked by key, and is anybody's", () =>
    asStaff("manager", {}, async (page) => {
      await page.goto("/staff/");
      await page.getByRole("link", { name: "Time", exact: true }).click();
      await page.getByText("Nothing is written down for this week").waitFor();
      await page.getByRole("combobox", { name: "Whose time" }).click();
      await page.getByRole("option", { name: "Everybody's" }).click();
      await page.getByText("Wrote the fix.").waitFor();
      await page.locator("h1").click();
      await page.keyboard.press("[");
      await page.waitForURL(/from=/);
      await page.keyboard.press("t");
      await page.waitForURL((url) => !url.search.includes("from"));
      await page.getByRole("link", { name: ticket.ref }).first().click();
      await page.getByRole("article", { name: `Ticket ${ticket.ref}` }).waitFor();
    }));
});

describe("agreements", () => {
  for (const one of looks) {
    test(`stand well on a ${one.name} screen, all and one`, () =>
      asStaff("coordinator", one, async (page) => {
        await page.goto("/staff/agreements");
        const list = page.getByRole("list", { name: "Clients with an agreement" });
        await list.getByRole("link", { name: client.name }).waitFor();
        await look(page, `agreements-${one.name}`);
        await list.getByRole("link", { name: client.name }).click();
        await page.getByRole("img", { name: `Allowance of ${client.name}, day by day` }).waitFor();
        await page.getByText("As the agreement counts it").waitFor();
        await button(page, "The same as a table").click();
        await page.getByRole("table", { name: "The allowance on each day on which it changed" }).waitFor();
        await look(page, `agreement-${one.name}`);
      }));
  }

  test("have no door for members, and say whom they are for", () =>
    asStaff("member", {}, async (page) => {
      await page.goto("/staff/");
      await page.getByRole("link", { name: "Time", exact: true }).waitFor();
      for (const name of ["Agreements", "Statements"])
        assert.equal(await page.getByRole("link", { name, exact: true }).count(), 0);
      for (const place of ["agreements", "statements", `statements/${client.id}/${lastMonth}`]) {
        await page.goto(`/staff/${place}`);
        await page.getByRole("heading", { name: "For coordinators and managers" }).waitFor();
      }
    }));
});

describe("statements", () => {
  for (const one of looks) {
    test(`stand well on a ${one.name} screen, all and one`, () =>
      asStaff("coordinator", one, async (page) => {
        await page.goto("/staff/statements");
        await page.getByRole("link", { name: client.name }).waitFor();
        await look(page, `statements-${one.name}`);
        await page.getByRole("link", { name: client.name }).click();
        await page.getByRole("heading", { name: "Requests" }).waitFor();
        await page.getByText("Read the log.").waitFor();
        assert.equal(await button(page, "Issue").count(), 0, "a coordinator issues nothing");
        await button(page, /^Where the journals stood/).click();
        await look(page, `statement-${one.name}`);
      }));
  }

  test("go on paper without the rooms beside them", () =>
    asStaff("coordinator", { theme: "dark" }, async (page) => {
      await page.goto(`/staff/statements/${client.id}/${lastMonth}`);
      await page.getByRole("heading", { name: "Requests" }).waitFor();
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.getByRole("link", { name: "Statements", exact: true }).isVisible(), false);
      assert.equal(await button(page, "Print").isVisible(), false);
      await picture(page, "statement-print");
    }));

  test("are taken along as lines for a spreadsheet", () =>
    asStaff("coordinator", {}, async (page) => {
      await page.goto(`/staff/statements/${client.id}/${lastMonth}`);
      const link = page.getByRole("link", { name: "CSV" });
      const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
      assert.equal(download.suggestedFilename(), `statement-${lastMonth}.csv`);
    }));

  test("are issued in their order by a manager, who is asked first; their time is locked", () =>
    asStaff("manager", {}, async (page) => {
      const { versions } = await office.manager.get(`/api/v1/clients/${client.id}/agreement`);
      const months = [lastMonth];
      while (months[0] > versions[0].from.slice(0, 7)) months.unshift(monthBefore(`${months[0]}-01`));
      for (const month of months) {
        await page.goto(`/staff/statements/${client.id}/${month}`);
        const issue = page.getByRole("button", { name: "Issue", exact: true });
        await issue.click();
        await dialog(page).getByText("The time it holds is locked").waitFor();
        if (month === months[0]) await look(page, "statement-issue");
        await button(dialog(page), "Issue the statement").click();
        await page
          .getByText(/^Statement \S+ is issued\.$/)
          .first()
          .waitFor();
        await issue.waitFor({ state: "detached" });
      }
      await page.getByText(/^Statement \S+ of /).waitFor();
      await openTicket(page, ticket.ref);
      const all = button(timeOf(page), /^Show all/);
      if (await all.count()) await all.click();
      const entry = timeOf(page).getByRole("listitem").filter({ hasText: "Read the log." });
      await entry.getByText("on an issued statement").waitFor();
      assert.equal(await button(entry, /^Correct/).count(), 0, "what is stated stays");
      await picture(page, "time-locked");
    }));

  test("are corrected by a document of its own", () =>
    asStaff("manager", {}, async (page) => {
      await page.goto(`/staff/statements/${client.id}/${lastMonth}`);
      await page.getByRole("button", { name: "Correct", exact: true }).click();
      await button(dialog(page), "Issue the correction").click();
      await dialog(page).getByText("Say what was wrong; the client reads it.").waitFor();
      await dialog(page).getByLabel("What was wrong").fill("An hour was of somebody else's request.");
      await dialog(page).getByLabel("For what").fill("That hour");
      await dialog(page).getByLabel("Request").fill("P-999999");
      await dialog(page).getByLabel("Time given back").fill("1h");
      await dialog(page).getByLabel("Amount credited").fill("35.50");
      await button(dialog(page), "Issue the correction").click();
      await dialog(page).getByText("This client has no such request.").waitFor();
      await look(page, "correction");
      await dialog(page).getByLabel("Request").fill(ticket.ref);
      await button(dialog(page), "Issue the correction").click();
      await dialog(page).getByText("This statement charges nothing; give minutes back instead.").waitFor();
      await dialog(page).getByLabel("Amount credited").fill("");
      await button(dialog(page), "Issue the correction").click();
      await page
        .getByText(/^Correction \S+ is issued\.$/)
        .first()
        .waitFor();
      const card = page.getByRole("region", { name: /^Correction / });
      await card.getByText("An hour was of somebody else's request.").waitFor();
      await card.getByText("1 h", { exact: true }).first().waitFor();
      await look(page, "statement-corrected");
    }));
});
