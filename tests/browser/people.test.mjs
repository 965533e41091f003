// The pages where people are invited, get in, are let go, and look after their own account.
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
import { openMailbox } from "../journeys/support/mailbox.mjs";
import { accountOf, goIn, goodPassword, linkIn } from "../journeys/support/people.mjs";
import { makeEdit, mondayIn } from "../journeys/support/rota.mjs";
import { enter, staffRoom } from "../journeys/support/staff_room.mjs";
import { nora, request } from "../world/cast.mjs";

let browser;
let mailbox;
let desk;
let office;
let asStaff;
before(async () => {
  mailbox = await openMailbox();
  desk = await startDesk({ mailbox });
  office = await openOffice(desk);
  browser = await startBrowser();
  asStaff = staffRoom(browser, desk);
});
after(async () => {
  await browser?.close();
  await desk?.stop();
  await mailbox?.close();
});

const button = (page, name) => page.getByRole("button", { name, exact: true });
const row = (page, name) => page.getByRole("row").filter({ hasText: name });
async function menu(page, name, item) {
  await page.getByRole("button", { name: `What to do with ${name}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}
async function letter(email, n = 1) {
  await mailbox.first(`mail ${n} to ${email}`, () => mailbox.to(email).length >= n);
  return linkIn(desk.base, mailbox.to(email)[n - 1].text);
}
const invite = (name, email) =>
  office.manager.expect(201, "POST", "/api/v1/people", { json: { name, email, role: "member" } });

async function look(page, name) {
  assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
  assert.deepEqual(await accessibilityProblems(page), []);
  await picture(page, name);
}

describe("the people of the desk", () => {
  before(async () => {
    await invite("Ines Varga", "ines@quillmoor.example");
    const { id } = await invite("Abel Kwan", "abel@quillmoor.example");
    await office.manager.expect(200, "POST", `/api/v1/people/${id}/deactivation`, { json: {} });
  });

  for (const one of looks) {
    test(`stand well on a ${one.name} screen`, () =>
      asStaff("manager", one, async (page) => {
        await page.goto("/staff/people");
        await row(page, "Ines Varga").getByText("Invited").waitFor();
        await row(page, "Abel Kwan").getByText("Deactivated").waitFor();
        await look(page, `people-${one.name}`);
      }));
  }

  test("a manager invites somebody, and what is wrong stands at its field", () =>
    asStaff("manager", {}, async (page) => {
      await page.goto("/staff/");
      await page.getByRole("link", { name: "People", exact: true }).click();
      await button(page, "Invite somebody").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Name").fill("Wren Abara");
      await dialog.getByLabel("Mail address").fill("wren at home");
      await button(page, "Invite").click();
      await dialog.getByText("This is not a mail address").waitFor();
      assert.equal(await dialog.getByLabel("Name").inputValue(), "Wren Abara");
      await look(page, "people-invite");
      await dialog.getByLabel("Mail address").fill("wren@quillmoor.example");
      await dialog.getByLabel("Coordinator").check();
      await page.keyboard.press("Enter");
      await page.getByText("Wren Abara is invited. The link goes by mail").waitFor();
      await row(page, "Wren Abara").getByText("Coordinator").waitFor();
    }));

  test("sends an invitation again", () =>
    asStaff("manager", {}, async (page) => {
      await page.goto("/staff/people");
      await menu(page, "Ines Varga", "Send the invitation again");
      await page.getByText("Ines Varga is invited.").waitFor();
      await letter("ines@quillmoor.example", 2);
    }));

  for (const one of looks) {
    test(`names what somebody has before they go, on a ${one.name} screen`, () =>
      asStaff("manager", one, async (page) => {
        const name = `Leaver ${one.name}`;
        const email = `${one.name}@quillmoor.example`;
        const { id } = await invite(name, email);
        const refs = [];
        for (let i = 0; i < 3; i += 1) {
          const { ref } = await office.coordinator.submit(request(nora));
          await office.coordinator.triage(ref, { tier: 2, pod: office.pods[0].id, assignee: id });
          refs.push(ref);
        }
        await page.goto("/staff/people");
        await menu(page, name, "Deactivate…");
        await page.getByText("3 open tickets to hand over").waitFor();
        for (const ref of refs) await page.getByRole("link", { name: ref }).waitFor();
        await button(page, "Hand over and deactivate").click();
        await page.getByText("Choose who takes them over, or nobody.").waitFor();
        await look(page, `people-deactivate-${one.name}`);
        const heir = office.pair().assignee;
        await page.getByRole("combobox", { name: "Who takes them over" }).click();
        await page.getByRole("option", { name: new RegExp(`^${heir.name}`) }).click();
        await button(page, "Hand over and deactivate").click();
        await page.getByText(`${name} is deactivated.`).waitFor();
        await row(page, name).getByText("Deactivated").waitFor();
        assert.equal((await office.manager.ticket(refs[0])).assignee.id, heir.id);
      }));
  }

  describe("where each is needed", () => {
    let sofia;
    before(async () => {
      sofia = (await accountOf(office.manager, "sofia@quillmoor.example")).id;
      const pod = (await office.manager.get("/api/v1/rota?days=7")).pods.find(
        (one) => one.pod?.name === "Basalt",
      );
      const change_pod = { pod: pod.pod.id, members: pod.members, lead: pod.lead.id, needed: 2 };
      await makeEdit(office.manager, { change_pod });
    });

    for (const one of looks) {
      test(`shows what opens where they work, on a ${one.name} screen`, () =>
        asStaff("manager", one, async (page) => {
          await page.goto("/staff/people");
          await menu(page, "Grace Okafor", "Deactivate…");
          await page.getByText(/^This opens \d+ gaps$/).waitFor();
          await page.getByText("1 of 2").first().waitFor();
          await page.getByRole("button", { name: /^Do it all the same: open \d+ gaps$/ }).waitFor();
          await look(page, `people-deactivate-opens-${one.name}`);
        }));
    }

    test("goes on only with what was shown", () =>
      asStaff("manager", {}, async (page) => {
        await page.goto("/staff/people");
        await menu(page, "Grace Okafor", "Deactivate…");
        const go = page.getByRole("button", { name: /^Do it all the same: open \d+ gaps$/ });
        await go.waitFor();
        // Meanwhile the other who has Mondays is away on one.
        const monday = mondayIn("America/New_York", 14);
        const record_absence = { person: sofia, first_date: monday, last_date: monday };
        await makeEdit(office.manager, { record_absence });
        await page.getByRole("combobox", { name: "Who takes them over" }).click();
        await page.getByRole("option", { name: /^Nobody/ }).click();
        await go.click();
        await page.getByText(/Something changed meanwhile, so nothing was done yet/).waitFor();
        assert.equal((await accountOf(office.manager, "grace@quillmoor.example")).state, "active");
        await page.getByRole("dialog").getByText("nobody", { exact: true }).waitFor();
        await go.click();
        await page.getByText("Grace Okafor is deactivated.").waitFor();
      }));
  });

  test("gives another role, and ends another's sessions", () =>
    asStaff("manager", {}, async (page) => {
      const { mail } = desk.person("member", 4);
      const { name } = desk.person("member", 4);
      const theirs = await desk.signedIn(desk.person("member", 4));
      await page.goto("/staff/people");
      await menu(page, name, "Where they are signed in…");
      await page.getByRole("dialog").getByText("A program").waitFor();
      await button(page, "Sign out everywhere").click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      assert.equal((await theirs.call("GET", "/api/v1/session")).status, 401);
      await menu(page, name, "Another role…");
      await page.getByRole("dialog").getByLabel("Coordinator").check();
      await button(page, "Change the role").click();
      await row(page, name).getByText("Coordinator").waitFor();
      assert.equal((await accountOf(office.manager, mail)).role, "coordinator");
    }));

  test("are the managers'", () =>
    asStaff("member", {}, async (page) => {
      await page.goto("/staff/");
      assert.equal(await page.getByRole("link", { name: "People", exact: true }).count(), 0);
      await page.goto("/staff/people");
      await page.getByRole("heading", { name: "For managers" }).waitFor();
    }));
});

describe("the link of an invitation", () => {
  for (const one of looks) {
    test(`stands well on a ${one.name} screen, refused and taken, without JavaScript`, async () => {
      const email = `new-${one.name}@quillmoor.example`;
      await invite("Noor Haddad", email);
      const context = await openContext(browser, { base: desk.base, javaScript: false, ...one });
      try {
        const page = await context.newPage();
        await page.goto(await letter(email));
        await page.getByRole("heading", { name: "Welcome, Noor Haddad" }).waitFor();
        await page.getByLabel("New password").fill("password1234");
        await page.getByLabel("The same once more").fill("password1234");
        await button(page, "Set the password and go in").click();
        await page.getByText("This is one of the commonest").waitFor();
        await picture(page, `new-password-${one.name}`);
        await page.getByLabel("New password").fill(goodPassword);
        await page.getByLabel("The same once more").fill(goodPassword);
        await button(page, "Set the password and go in").click();
        await page.waitForURL("**/staff/");
        assert.equal((await accountOf(office.manager, email)).state, "active");
      } finally {
        await context.close();
      }
    });
  }

  test("leads into the app", async () => {
    const email = "into@quillmoor.example";
    await invite("Into Theapp", email);
    const context = await openContext(browser, { base: desk.base });
    try {
      const page = await context.newPage();
      await page.goto(await letter(email));
      assert.deepEqual(await accessibilityProblems(page), []);
      await page.getByLabel("New password").fill(goodPassword);
      await page.getByLabel("The same once more").fill(goodPassword);
      await page.keyboard.press("Enter");
      await page.locator("[data-row]").first().waitFor();
      await page.getByRole("button", { name: /Into Theapp/ }).waitFor();
      await page.goBack();
      assert.deepEqual(context.problems, []);
    } finally {
      await context.close();
    }
  });
});

describe("a forgotten password", () => {
  for (const one of looks) {
    test(`is asked for from the sign-in page, on a ${one.name} screen`, async () => {
      const context = await openContext(browser, { base: desk.base, ...one });
      try {
        const page = await context.newPage();
        await page.goto("/staff/");
        await page.getByRole("link", { name: "Forgot your password?" }).click();
        await page.getByRole("heading", { name: "Forgot your password?" }).waitFor();
        await look(page, `forgot-${one.name}`);
        await page.getByLabel("Mail address you sign in with").fill("nobody@elsewhere.example");
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: "Look into your mail" }).waitFor();
        await look(page, `forgot-asked-${one.name}`);
        await page.getByRole("link", { name: "Back to signing in" }).click();
        await page.getByLabel("Mail address").waitFor();
        assert.deepEqual(context.problems, []);
      } finally {
        await context.close();
      }
    });
  }
});

describe("one's own account", () => {
  test("lists where one is signed in and ends it; changes the password", async () => {
    const email = "own@quillmoor.example";
    await invite("Olu Wnaccount", email);
    const elsewhere = await goIn(desk.base, await letter(email));
    await desk.as({ mail: email }, "nightly export");
    await desk.as({ mail: email }, "old script");
    for (const one of looks) {
      const context = await openContext(browser, { base: desk.base, ...one });
      try {
        const page = await context.newPage();
        await enter(page, { mail: email, password: goodPassword });
        await page.goto("/staff/account");
        await page.getByText("this one").waitFor();
        await page.getByText("nightly export").waitFor();
        await look(page, `account-${one.name}`);
        if (one !== looks.at(-1)) continue;
        await button(page, "End A program").click();
        await button(page, "End A program").waitFor({ state: "detached" });
        assert.equal((await elsewhere.call("GET", "/api/v1/session")).status, 401);
        await button(page, "End all others").click();
        await button(page, "End all others").waitFor({ state: "detached" });
        await button(page, "Revoke old script").click();
        await button(page, "Revoke old script").waitFor({ state: "detached" });
        await page.getByLabel("The one you have now").fill("not this one at all");
        await page.getByLabel("A new one").fill("another good password");
        await button(page, "Change the password").click();
        await page.getByText("This is not your password now").waitFor();
        await page.getByLabel("The one you have now").fill(goodPassword);
        await button(page, "Change the password").click();
        await page.getByText("The password is changed.").waitFor();
        await page.getByText("None. Whoever runs the desk").waitFor(); // tokens end with the password
        await page.getByLabel("The one you have now").fill("another good password");
        await page.getByLabel("A new one").fill(goodPassword);
        const again = page.waitForResponse((reply) => reply.url().endsWith("/api/v1/session/password"));
        await button(page, "Change the password").click();
        assert.equal((await again).status(), 200, "the new session's token counts");
        assert.deepEqual(context.problems, []);
      } finally {
        await context.close();
      }
    }
  });

  test("is found in the menu of one's name", () =>
    asStaff("member", {}, async (page) => {
      await page.goto("/staff/");
      await page.getByRole("button", { name: new RegExp(desk.person("member").name) }).click();
      await page.getByRole("menuitem", { name: "Your account" }).click();
      await page.getByRole("heading", { name: desk.person("member").name }).waitFor();
    }));
});
