// Who is at work when, in a browser: the rota and its gaps, forms behind the gate, time off, one's own week.
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
import { addDays, makeEdit, mondayIn, monToThu, tueToFri, weekOf } from "../journeys/support/rota.mjs";
import { staffRoom } from "../journeys/support/staff_room.mjs";
import { until } from "../journeys/support/until.mjs";

let browser;
let desk;
let office;
let asStaff;
let zone;
let pod;
let early; // works Monday to Thursday, alone on Mondays
let late; // works Tuesday to Friday
let mondays; // some weeks ahead, without holidays
let monday; // the first of them

const shortDay = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });
/** "Mon 30 Nov" */
const dayOf = (date) => {
  const at = new Date(`${date}T12:00Z`);
  const weekday = at.toLocaleDateString("en-GB", { timeZone: "UTC", weekday: "short" });
  return `${weekday} ${shortDay.format(at)}`;
};

async function openMondays() {
  const first = mondayIn(zone, 21);
  const found = [];
  for (let week = 0; found.length < 12; week += 6) {
    const { open } = await office.manager.get(`/api/v1/rota?from=${addDays(first, 7 * week)}&days=42`);
    const dates = new Set(open.map(({ from }) => from.slice(0, 10)));
    for (let i = week; i < week + 6; i += 1)
      if (dates.has(addDays(first, 7 * i))) found.push(addDays(first, 7 * i));
  }
  return found;
}

before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  browser = await startBrowser();
  asStaff = staffRoom(browser, desk);
  zone = (await office.manager.get("/api/v1/rota")).time_zone;
  mondays = await openMondays();
  monday = mondays[0];
  const own = desk.person("member");
  early = office.people.find(({ email }) => email === own.mail);
  pod = office.pods.find(({ members }) => members.some(({ id }) => id === early.id));
  late = office.active.find(({ id }) => id !== early.id && pod.members.some((member) => member.id === id));
  const change = (edit) => makeEdit(office.manager, edit);
  const members = pod.members.map(({ id }) => id);
  for (const person of members)
    await change({
      change_week: { person, week: weekOf(zone, person === early.id ? monToThu : tueToFri) },
    });
  await change({ change_pod: { pod: pod.id, members, lead: late.id, needed: 1 } });
});
after(async () => {
  await browser?.close();
  await desk?.stop();
});

const button = (page, name) => page.getByRole("button", { name });
const dialog = (page) => page.getByRole("dialog");
const bars = (page, name) => page.getByRole("slider", { name: `${name}, stretch by stretch` }).first();

async function look(page, name) {
  assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
  assert.deepEqual(await accessibilityProblems(page), []);
  await picture(page, name);
}

async function open(page, search = `?from=${monday}`) {
  await page.goto(`/staff/rota${search}`);
  await page.getByRole("heading", { name: "Rota", exact: true }).waitFor();
  await bars(page, early.name).waitFor();
  await page.getByRole("heading", { name: "Gaps in the next 52 weeks" }).waitFor();
}

/** Asks for time off as the member who works alone on Mondays. */
const ask = (first_date, over = {}) =>
  office.member.expect(201, "POST", "/api/v1/time-off", {
    json: { first_date, last_date: first_date, ...over },
  });

describe("the rota", () => {
  for (const one of looks) {
    test(`stands well on a ${one.name} screen, a week and a month`, () =>
      asStaff("manager", one, async (page) => {
        await open(page);
        await page.getByRole("slider", { name: `Coverage of ${pod.name}, stretch by stretch` }).waitFor();
        await look(page, `rota-week-${one.name}`);
        await page.getByText("Month", { exact: true }).click();
        await page.waitForURL(/span=month/);
        await bars(page, early.name).waitFor();
        await look(page, `rota-month-${one.name}`);
      }));
  }

  test("is walked with the keyboard, and says what it shows", () =>
    asStaff("member", {}, async (page) => {
      await open(page);
      await bars(page, early.name).focus();
      await page.keyboard.press("Home");
      const says = () => bars(page, early.name).getAttribute("aria-valuetext");
      assert.equal(await says(), `${dayOf(monday)} 08:00–17:00: at work`);
      await page.keyboard.press("ArrowRight");
      assert.equal(await says(), `${dayOf(addDays(monday, 1))} 08:00–17:00: at work`);
      const table = page.getByRole("table", { name: "Who is at work when, day by day" });
      const cells = await table.getByRole("row").filter({ hasText: early.name }).first().getByRole("cell");
      assert.deepEqual((await cells.allTextContents()).slice(3, 6), ["08:00–17:00", "off", "off"]);
      await page.locator("h1").click();
      await page.keyboard.press("]");
      await page.waitForURL(new RegExp(`from=${addDays(monday, 7)}`));
      await page.keyboard.press("[");
      await page.waitForURL(new RegExp(`from=${monday}`));
      await page.keyboard.press("t");
      await page.waitForURL((url) => !url.search.includes("from"));
      assert.equal(await button(page, /^Change when/).count(), 0, "a member changes nothing here");
    }));

  test("is found by its key and by its door", () =>
    asStaff("member", {}, async (page) => {
      await page.goto("/staff/");
      await page.getByRole("link", { name: "Rota", exact: true }).waitFor();
      await page.keyboard.press("g");
      await page.keyboard.press("r");
      await page.getByRole("heading", { name: "Rota", exact: true }).waitFor();
    }));

  test("of an absence says what is wrong at its field, then what it opens; the gap then leads to its week", () =>
    asStaff("coordinator", {}, async (page) => {
      await open(page);
      await button(page, "Record an absence").click();
      await dialog(page).getByRole("combobox", { name: "Who" }).click();
      await page.getByRole("option", { name: early.name, exact: true }).click();
      await dialog(page).getByLabel("First day").fill(addDays(monday, 4));
      await button(page, "See what it opens").click();
      await dialog(page).getByText("They are not at work then anyway").waitFor();
      await look(page, "rota-absence-wrong");
      const day = mondays[1];
      await dialog(page).getByLabel("First day").fill(day);
      await dialog(page).getByLabel("Last day").fill(day);
      await button(page, "See what it opens").click();
      await dialog(page)
        .getByRole("heading", { name: /^This opens/ })
        .waitFor();
      await dialog(page).getByText(`${early.name} is absent`).first().waitFor();
      await look(page, "rota-gate");
      await button(page, "Back").click();
      assert.equal(await dialog(page).getByLabel("First day").inputValue(), day, "going back loses nothing");
      await button(page, "See what it opens").click();
      await button(page, /^Do it all the same: open \d+ gap/).click();
      await page.getByText(`${early.name}'s absence is recorded.`).waitFor();
      const gap = page.getByRole("complementary").getByRole("link", { name: new RegExp(dayOf(day)) });
      await gap.first().click();
      await page.waitForURL(new RegExp(`from=${day}`));
      const said = page.getByRole("listitem").filter({ hasText: `${early.name} is absent` });
      await said.filter({ hasText: "nobody" }).first().waitFor();
    }));

  for (const one of looks) {
    test(`has forms that stand well on a ${one.name} screen`, () =>
      asStaff("manager", one, async (page) => {
        await open(page);
        await button(page, `Change when ${late.name} works`).first().click();
        await page.getByRole("menuitem", { name: "Their week…" }).click();
        await dialog(page).getByRole("group", { name: "Tuesday" }).waitFor();
        await look(page, `rota-form-week-${one.name}`);
        await button(page, "Cancel").click();
        await button(page, `Change pod ${pod.name}`).click();
        await page.getByRole("menuitem", { name: /^Members/ }).click();
        await dialog(page).getByRole("checkbox", { name: early.name, exact: true }).waitFor();
        await dialog(page).getByLabel("Needed at once").fill("9");
        await look(page, `rota-form-pod-${one.name}`);
        await button(page, "See what it opens").click();
        await dialog(page)
          .getByRole("heading", { name: /^This opens/ })
          .waitFor();
        await look(page, `rota-form-gate-${one.name}`);
        await button(page, "Back").click();
        await button(page, "Cancel").click();
        await dialog(page).waitFor({ state: "detached" });
        await button(page, `Change pod ${pod.name}`).click();
        await page.getByRole("menuitem", { name: "Move a client…" }).click();
        await button(page, "See what it opens").click();
        await dialog(page).getByText("To which pod?").waitFor();
        await look(page, `rota-form-client-${one.name}`);
      }));
  }

  test("names what somebody knows, for suggestions", () =>
    asStaff("manager", {}, async (page) => {
      await open(page);
      await button(page, `Change when ${early.name} works`).click();
      await page.getByRole("menuitem", { name: "Their skills…" }).click();
      const field = dialog(page).getByLabel("Skills");
      await field.fill("  glaze   chemistry ");
      await field.press("Enter");
      await dialog(page).getByText("glaze chemistry").waitFor();
      await field.fill("kilns");
      await look(page, "rota-skills");
      await button(page, "Change the skills").click();
      await page.getByText(`${early.name}'s skills are changed.`).waitFor();
      const { people } = await office.manager.get("/api/v1/rota?days=1");
      const { skills } = people.find(({ name }) => name === early.name);
      assert.ok(skills.includes("glaze chemistry") && skills.includes("kilns"), `${skills}`);
    }));

  test("takes a swap, which opens nothing and is one press", () =>
    asStaff("manager", {}, async (page) => {
      const day = mondays[2];
      await open(page, `?from=${day}`);
      await button(page, "Agree a swap").click();
      await dialog(page).getByRole("combobox", { name: "Who" }).click();
      await page.getByRole("option", { name: late.name, exact: true }).click();
      await dialog(page).getByLabel("Date").first().fill(day);
      await dialog(page).getByLabel("From").fill("8");
      await dialog(page).getByLabel("To", { exact: true }).fill("5 pm");
      await button(page, "See what it opens").click();
      await dialog(page).getByRole("heading", { name: "Nothing opens" }).waitFor();
      await until("the focus to be on the one press", () =>
        button(page, "Agree the swap").evaluate((one) => one === document.activeElement),
      );
      await page.keyboard.press("Enter");
      await page.getByText(`The swap with ${late.name} is agreed.`).waitFor();
      const says = () => bars(page, late.name).getAttribute("aria-valuetext");
      await until("the swap to stand in the row", async () => {
        await bars(page, late.name).focus();
        await page.keyboard.press("Home");
        return (await says()) === `${dayOf(day)} 08:00–17:00: at work, taken on in a swap`;
      });
      await picture(page, "rota-swap");
    }));
});

describe("time off", () => {
  test("is asked for, and what is wrong stands at its field", () =>
    asStaff("member", {}, async (page) => {
      await page.goto("/staff/time-off");
      await button(page, "Ask for it").click();
      await page.getByText("From which date on?").waitFor();
      await page.getByLabel("First day").fill(addDays(monday, 4));
      await button(page, "Ask for it").click();
      await page.getByText("They are not at work then anyway").waitFor();
      await page.getByLabel("First day").fill(addDays(mondays[3], 1));
      await page.getByLabel("Note").fill("A wedding.");
      await page.getByRole("switch", { name: "Only a part of each day" }).focus();
      await page.keyboard.press("Space");
      await page.getByLabel("From").fill("1 pm");
      await page.getByLabel("To", { exact: true }).fill("17");
      await button(page, "Ask for it").click();
      await page.getByText("Asked for. A manager decides").waitFor();
      const own = page.getByRole("region", { name: "Yours" }).getByRole("listitem");
      await own.filter({ hasText: `${dayOf(addDays(mondays[3], 1))} 13:00–17:00` }).waitFor();
      await look(page, "time-off-asked");
      await own
        .getByRole("button", { name: /^Withdraw/ })
        .first()
        .click();
      await button(page, "Withdraw it?").click();
      await own.filter({ hasText: "Withdrawn" }).first().waitFor();
    }));

  test("shows a manager the gap, is granted with a swap by one key, and closes it", async () => {
    const day = mondays[4];
    await ask(day, { note: "Moving house." });
    await asStaff("manager", {}, async (page) => {
      await page.goto("/staff/");
      await page.getByRole("link", { name: /^Time off\s*\d+ waiting$/ }).click();
      await button(page, `Grant ${early.name}, ${dayOf(day)}`).click();
      await dialog(page)
        .getByRole("heading", { name: /^This opens/ })
        .waitFor();
      await look(page, "time-off-gate");
      const cover = dialog(page)
        .getByRole("button", { name: new RegExp(`^${late.name} takes it on`) })
        .first();
      await until("the focus to be on who could cover", () =>
        cover.evaluate((one) => one === document.activeElement),
      );
      await page.keyboard.press("Enter");
      await dialog(page)
        .getByText(`takes on ${dayOf(day)} 08:00–17:00`)
        .waitFor();
      await dialog(page).getByRole("heading", { name: "Nothing opens" }).waitFor();
      await dialog(page)
        .getByLabel(/^A word to/)
        .fill("Enjoy the new place.");
      await look(page, "time-off-gate-closed");
      await button(page, "Grant it").click();
      await page.getByText(`${early.name} has the time off`).waitFor();
    });
    const { items } = await office.member.get("/api/v1/time-off");
    const granted = items.find(({ first_date }) => first_date === day);
    assert.deepEqual([granted.state, granted.answer], ["granted", "Enjoy the new place."]);
  });

  test("is declined with a word, which whoever asked reads", async () => {
    const day = mondays[5];
    await ask(day);
    await asStaff("manager", {}, async (page) => {
      await page.goto("/staff/time-off");
      await button(page, `Decline ${early.name}, ${dayOf(day)}`).click();
      await button(page, "Decline it").click();
      await dialog(page).getByText("Say why, in a word").waitFor();
      await dialog(page).getByLabel("Why").fill("The museum opens that day.");
      await look(page, "time-off-decline");
      await button(page, "Decline it").click();
      await page.getByText("Declined;").waitFor();
    });
    await asStaff("member", {}, async (page) => {
      await page.goto("/staff/time-off");
      const own = page.getByRole("region", { name: "Yours" }).getByRole("listitem");
      await own
        .filter({ hasText: "The museum opens that day." })
        .getByText(/^Declined by/)
        .waitFor();
    });
  });

  for (const one of looks) {
    test(`stands well on a ${one.name} screen`, async () => {
      const day = mondays[6 + looks.indexOf(one)];
      await ask(day, { note: "A long weekend in the hills." });
      await asStaff("manager", one, async (page) => {
        await page.goto("/staff/time-off");
        await button(page, `Grant ${early.name}, ${dayOf(day)}`).waitFor();
        await look(page, `time-off-${one.name}`);
      });
    });
  }
});

describe("one's own week", () => {
  for (const one of looks) {
    test(`stands well on a ${one.name} screen`, () =>
      asStaff("member", one, async (page) => {
        await page.goto("/staff/my-week");
        await page.getByRole("region", { name: "This week" }).waitFor();
        await page.getByRole("region", { name: "Next week" }).waitFor();
        await page.getByText(/^At work/).waitFor();
        await look(page, `my-week-${one.name}`);
      }));
  }
});
