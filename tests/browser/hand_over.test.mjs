// Who takes what, in a browser: the suggestions of the triage panel, promises in the assignee's hours, hand-offs.
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
import { dateIn, makeEdit, mondayIn, weekOf } from "../journeys/support/rota.mjs";
import { staffRoom } from "../journeys/support/staff_room.mjs";
import { until } from "../journeys/support/until.mjs";
import { expectation, nora, request } from "../world/cast.mjs";

let browser;
let desk;
let office;
let asStaff;
let zone;
const always = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  browser = await startBrowser();
  asStaff = staffRoom(browser, desk);
  zone = (await office.manager.get("/api/v1/rota")).time_zone;
});
after(async () => {
  await browser?.close();
  await desk?.stop();
});

let count = 0;
const submit = () => {
  count += 1;
  return office.coordinator.submit(request({ ...nora, email: `hand.${count}@harbour-bakery.example` }));
};
const button = (page, name) => page.getByRole("button", { name });

async function look(page, name) {
  assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
  assert.deepEqual(await accessibilityProblems(page), []);
  await picture(page, name);
}

async function open(page, ref, { size } = {}) {
  await page.goto(`/staff/tickets/${ref}`);
  await page.getByRole("article", { name: `Ticket ${ref}` }).waitFor();
  if (size === "phone") await page.getByText("Triage and facts").click();
}

describe("the suggestions of the triage panel", () => {
  const suggested = async (ref) => {
    const { candidates } = await office.coordinator.get(`/api/v1/tickets/${ref}/suggestions`);
    return candidates.filter(({ eligible }) => eligible);
  };

  for (const one of looks) {
    test(`stand well on a ${one.name} screen, with their reasons`, async () => {
      const { ref } = await submit();
      const [best] = await suggested(ref);
      await asStaff("coordinator", one, async (page) => {
        await open(page, ref, one);
        const first = page.getByRole("radio", { name: new RegExp(`^${best.person.name}`) });
        await first.waitFor();
        assert.equal(await first.isChecked(), true, "the best is preselected");
        await page.getByText(best.reasons[0].text).first().waitFor();
        const ruledOut = button(page, /ruled out$/);
        if (await ruledOut.count()) await ruledOut.click();
        await look(page, `suggestions-${one.name}`);
      });
    });
  }

  test("are taken with one key", async () => {
    const { ref } = await submit();
    const [best] = await suggested(ref);
    await asStaff("coordinator", {}, async (page) => {
      await open(page, ref);
      await page.getByRole("radio", { name: new RegExp(`^${best.person.name}`) }).waitFor();
      await page.keyboard.press("s");
      await until("the ticket to be theirs", async () => {
        const { assignee } = await office.manager.ticket(ref);
        return assignee?.id === best.person.id;
      });
      await page.keyboard.press("?");
      await page.getByText("Give it to whom the desk suggests").waitFor();
    });
  });

  test("leave the choice to who decides", async () => {
    const { ref } = await submit();
    const [, second] = await suggested(ref);
    await asStaff("coordinator", {}, async (page) => {
      await open(page, ref);
      await page.getByRole("radio", { name: new RegExp(`^${second.person.name}`) }).check();
      await button(page, "Triage and open").click();
      await until("the ticket to be the second's", async () => {
        const { assignee } = await office.manager.ticket(ref);
        return assignee?.id === second.person.id;
      });
    });
  });
});

describe("a promise outside the assignee's hours", () => {
  test("is offered the hours they have", async () => {
    const { pod, assignee } = office.pair();
    const days = { change_week: { person: assignee.id, week: weekOf(zone, ["mon", "tue", "wed"]) } };
    await makeEdit(office.manager, days);
    const { ref } = await submit();
    await office.coordinator.triage(ref, { tier: 2, pod: pod.id, assignee: assignee.id });
    const monday = mondayIn(zone, 7);
    const sunday = new Date(Date.parse(`${monday}T12:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10);
    await asStaff("coordinator", {}, async (page) => {
      await open(page, ref);
      await page.keyboard.press("r");
      await page.getByLabel("Next update by").fill(sunday);
      await page.getByLabel("Time of the next update").fill("10:00");
      const outside = page.getByRole("status").filter({ hasText: `${assignee.name} is not at work then.` });
      await outside.waitFor();
      await look(page, "next-update-outside");
      await outside.getByRole("button").first().click();
      await outside.waitFor({ state: "detached" });
      assert.equal(await page.getByLabel("Time of the next update").inputValue(), "17:00");
    });
    await makeEdit(office.manager, {
      change_week: { person: assignee.id, week: weekOf(zone, always, [["00:00", "24:00"]]) },
    });
  });
});

describe("the hand-offs", () => {
  test("say what will stand here while nothing does", () =>
    asStaff("member", {}, async (page) => {
      await page.goto("/staff/");
      await page.getByRole("link", { name: /^Hand-offs/ }).click();
      await page.getByRole("heading", { name: /^(Nothing to hand over|Hand-offs)$/ }).waitFor();
      await look(page, "hand-offs-empty");
    }));

  test("after a sudden absence are handed over by keyboard, with a note", async () => {
    const { pod, assignee } = office.pair(1);
    const refs = [];
    for (let i = 0; i < 3; i += 1) {
      const { ref } = await submit();
      await office.coordinator.triage(ref, { tier: 1, pod: pod.id, assignee: assignee.id });
      await office.coordinator.reply(ref, "We look at it.", expectation(assignee));
      refs.push(ref);
    }
    await makeEdit(office.manager, {
      record_absence: { person: assignee.id, first_date: dateIn(zone), last_date: dateIn(zone, 10) },
    });
    for (const one of looks) {
      await asStaff("coordinator", one, async (page) => {
        await page.goto("/staff/hand-offs");
        await page.getByRole("heading", { name: assignee.name }).waitFor();
        for (const ref of refs) await page.getByRole("link", { name: ref }).waitFor();
        await look(page, `hand-offs-${one.name}`);
      });
    }
    await asStaff("coordinator", {}, async (page) => {
      await page.goto("/staff/hand-offs");
      await page.getByRole("link", { name: refs[0] }).waitFor();
      await page.keyboard.press("j");
      await page.locator("[data-hand-off]:focus").waitFor();
      // Whoever has it next may leave, too, and stand here with it.
      const region = page
        .getByRole("region")
        .filter({ has: page.locator("[data-suggested]") })
        .first();
      const leaver = await region.getByRole("heading").textContent();
      const theirs = page.getByRole("region", { name: leaver });
      const suggested = theirs
        .getByRole("listitem")
        .filter({ has: page.locator("[data-suggested]") })
        .first();
      const first = (await suggested.getAttribute("aria-label")).split(",")[0];
      const row = (ref, of = theirs) => of.getByRole("listitem", { name: new RegExp(`^${ref}`) });
      await row(first).getByLabel(`Note with ${first}`).fill("The provider answers at ten.");
      await row(first).focus();
      await page.keyboard.press("s");
      await row(first).waitFor({ state: "detached" });
      const handed = await office.manager.ticket(first);
      assert.notEqual(handed.assignee.name, leaver);
      assert.ok(handed.timeline.some(({ body }) => body?.includes("The provider answers at ten.")));
      const next = refs.find((ref) => ref !== first);
      const absent = page.getByRole("region", { name: assignee.name });
      await row(next, absent).focus();
      await page.keyboard.press("m");
      await row(next, absent).waitFor({ state: "detached" });
      const me = office.people.find(({ email }) => email === desk.person("coordinator").mail);
      assert.equal((await office.manager.ticket(next)).assignee.id, me.id);
    });
  });
});
