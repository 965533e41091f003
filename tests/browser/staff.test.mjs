// The staff app in a browser: from signing in to the last word, by keyboard, in both themes, on a phone.
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
import { staffRoom } from "../journeys/support/staff_room.mjs";
import { until } from "../journeys/support/until.mjs";
import { expectation, nora, request } from "../world/cast.mjs";

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

let count = 0;
const submit = () => {
  count += 1;
  return office.coordinator.submit(request({ ...nora, email: `staff.${count}@harbour-bakery.example` }));
};

async function answered() {
  const { ref } = await submit();
  const { pod, assignee } = office.pair();
  await office.coordinator.triage(ref, { tier: 2, pod: pod.id, assignee: assignee.id });
  await office.coordinator.reply(ref, "We see it too, **thank you**.", expectation(assignee));
  await office.member.note(ref, "The payment provider had an incident at nine.");
  return ref;
}

const row = (page, ref) => page.locator(`[data-row="${ref}"]`);
const timeline = async (ref) => (await office.manager.ticket(ref)).timeline.map(({ type }) => type);

/** Once the ticket has had that many events of this type. */
const told = (ref, type, times = 1) =>
  until(`${type} on ${ref}`, async () => (await timeline(ref)).filter((one) => one === type).length >= times);

async function open(page, ref) {
  await page.goto(`/staff/tickets/${ref}`);
  await page.getByRole("article", { name: `Ticket ${ref}` }).waitFor();
}

/** Presses a key of the ticket and writes where the focus went. */
async function write(page, key, field, words) {
  await page.keyboard.press(key);
  await page.getByRole("textbox", { name: field }).and(page.locator(":focus")).waitFor();
  await page.keyboard.type(words);
}

/** Once what was sent has left its field. */
const sent = (page, field) =>
  until(
    `${field} to be empty`,
    async () => (await page.getByRole("textbox", { name: field }).inputValue()) === "",
  );

describe("signing in", () => {
  test("with a wrong password says so and keeps the address", async () => {
    const context = await openContext(browser, { base: desk.base });
    const page = await context.newPage();
    await page.goto("/staff/");
    await page.getByLabel("Mail address").fill(desk.person("member").mail);
    await page.getByLabel("Password", { exact: true }).fill("wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText(/address or the password is wrong/i).waitFor();
    assert.equal(await page.getByLabel("Mail address").inputValue(), desk.person("member").mail);
    assert.deepEqual(await accessibilityProblems(page), []);
    await picture(page, "sign-in");
    await context.close();
  });

  test("leads to the queue, what is due next on top", () =>
    asStaff("coordinator", {}, async (page) => {
      await page.goto("/staff/");
      await page.locator("[data-row]").first().waitFor();
      const shown = await page
        .locator("[data-row]")
        .evaluateAll((rows) => rows.map((one) => one.dataset.row));
      const { items } = await office.coordinator.get("/api/v1/tickets");
      assert.deepEqual(
        shown,
        items.slice(0, shown.length).map(({ ref }) => ref),
      );
    }));
});

describe("the queue", () => {
  for (const look of looks) {
    test(`stands well on a ${look.name} screen, for everybody`, () =>
      asStaff("coordinator", look, async (page) => {
        await page.goto("/staff/");
        await page.locator("[data-row]").first().waitFor();
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `queue-${look.name}`);
      }));
  }

  test("shows a new ticket by itself", () =>
    asStaff("coordinator", {}, async (page) => {
      await page.goto("/staff/");
      await page.locator("[data-row]").first().waitFor();
      const { ref } = await submit();
      await row(page, ref).waitFor({ timeout: 10_000 });
    }));

  test("is found in by reference, by address and by client", () =>
    asStaff("member", {}, async (page) => {
      const ref = await answered();
      await page.goto("/staff/");
      const find = page.getByRole("searchbox");
      for (const words of [ref, `staff.${count}@harbour-bakery.example`]) {
        await find.fill(words);
        await page.waitForFunction(() => document.querySelectorAll("[data-row]").length === 1);
        await row(page, ref).waitFor();
      }
      await find.fill("nobody-has-this-name");
      await page.waitForFunction(() => document.querySelectorAll("[data-row]").length === 0);
      await picture(page, "queue-empty");
    }));

  test("is walked with the keyboard", () =>
    asStaff("member", {}, async (page) => {
      await page.goto("/staff/");
      await page.locator("[data-row]").first().waitFor();
      const refs = await page.locator("[data-row]").evaluateAll((rows) => rows.map((one) => one.dataset.row));
      for (const key of ["j", "j", "k", "j"]) await page.keyboard.press(key);
      const focused = await page.evaluate(() => document.activeElement?.dataset?.row);
      assert.ok(refs.slice(1, 3).includes(focused), `${focused} has the focus`);
      await page.keyboard.press("Enter");
      await page.getByRole("article", { name: `Ticket ${focused}` }).waitFor();
      await page.keyboard.press("Escape");
      await page.locator("[data-row]").first().waitFor();
    }));
});

describe("the ticket", () => {
  for (const look of looks) {
    test(`stands well on a ${look.name} screen, for everybody`, async () => {
      const ref = await answered();
      await asStaff("coordinator", look, async (page) => {
        await open(page, ref);
        await page.getByText("thank you").first().waitFor();
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `ticket-${look.name}`);
      });
    });
  }

  test("goes from new to resolved without a mouse", async () => {
    const { ref } = await submit();
    const { pod, assignee } = office.pair();
    await asStaff("coordinator", {}, async (page) => {
      await open(page, ref);
      await page.keyboard.press("t");
      await page.keyboard.press("ArrowDown"); // from the suggested tier 1 to 2
      const chooses = async (label, name) => {
        const field = page.getByLabel(label, { exact: true }).first();
        await field.focus();
        if (label === "Assignee") await page.keyboard.type(name);
        // Down until it is the marked one; the list may still be on its way when the key first opens it.
        const marked = page.locator("[role=option][data-combobox-selected]:visible");
        await until(`${name} to be marked`, async () => {
          if ((await marked.count()) === 1 && (await marked.textContent()) === name) return true;
          await page.keyboard.press("ArrowDown");
          return false;
        });
        await page.keyboard.press("Enter");
        await until(`${label} to be ${name}`, async () => (await field.inputValue()) === name);
      };
      await chooses("Pod", pod.name);
      await chooses("Assignee", assignee.name);
      await page.getByRole("button", { name: "Triage and open" }).focus();
      await page.keyboard.press("Enter");
      await page.getByText("Before the client gets an answer").waitFor({ state: "detached" });
      let ticket = await office.manager.ticket(ref);
      assert.deepEqual(
        [ticket.status, ticket.tier, ticket.pod.id, ticket.assignee.id],
        ["open", 2, pod.id, assignee.id],
      );

      await page.keyboard.press("Escape");
      await open(page, ref);
      await write(page, "r", /^Reply to/, "We see it too. ");
      await page.getByLabel("What to expect").fill("A working checkout today.");
      await page.getByLabel("Next step").fill("I test one order with you.");
      // "in 1 h" while the desk is open; otherwise an hour after it opens.
      await page.getByLabel("Suggested moments").getByRole("button").first().press("Enter");
      await page.getByLabel("Next step").press("Control+Enter");
      await told(ref, "replied");
      await sent(page, /^Reply to/);
      ticket = await office.manager.ticket(ref);
      assert.equal(ticket.clocks.first_reply.state, "met");
      assert.equal(ticket.expectation.what_to_expect, "A working checkout today.");

      await open(page, ref);
      await write(page, "n", "Internal note", "Provider incident.");
      await page.keyboard.press("Control+Enter");
      await told(ref, "noted");
      await sent(page, /^Reply to/); // where one writes next

      await page.keyboard.press("Escape");
      await open(page, ref);
      await page.keyboard.press("w");
      await page.getByRole("button", { name: "Wait on the client" }).and(page.locator(":focus")).waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Resume" }).waitFor();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.keyboard.press("w");
      await page.getByRole("button", { name: /^Wait/ }).waitFor();

      await write(page, "e", "Message with the resolution", "The second account is live.");
      await page.keyboard.press("Control+Enter");
      await page.getByRole("button", { name: "Reopen" }).waitFor();
    });
    assert.deepEqual(await timeline(ref), [
      "submitted",
      "triaged",
      "replied",
      "noted",
      "waiting",
      "resumed",
      "resolved",
    ]);
  });

  test("will not send a first reply without its expectation, and says what is missing", async () => {
    const { ref } = await submit();
    const { pod, assignee } = office.pair();
    await office.coordinator.triage(ref, { tier: 2, pod: pod.id, assignee: assignee.id });
    await asStaff("coordinator", {}, async (page) => {
      await open(page, ref);
      await write(page, "r", /^Reply to/, "Hello.");
      await page.keyboard.press("Control+Enter");
      await page.locator("[aria-invalid=true]").first().waitFor();
      await picture(page, "ticket-missing-expectation");
    });
    assert.deepEqual(await timeline(ref), ["submitted", "triaged"]);
  });

  for (const look of looks) {
    test(`takes the next update's time as people write it on a ${look.name} screen`, async () => {
      const { ref } = await submit();
      const { pod, assignee } = office.pair();
      await office.coordinator.triage(ref, { tier: 2, pod: pod.id, assignee: assignee.id });
      const nextYear = new Date().getFullYear() + 1;
      await asStaff("coordinator", look, async (page) => {
        await open(page, ref);
        await write(page, "r", /^Reply to/, "Hello.");
        await page.getByLabel("What to expect").fill("A working checkout.");
        await page.getByLabel("Next step").fill("I test one order.");
        const time = page.getByLabel("Time of the next update");
        await page.getByLabel("Next update by").fill(`${nextYear}-07-01`);
        await time.fill("5:61 pm");
        await time.press("Control+Enter");
        await page.getByText("Write the time as 17:30, 1730 or 5:30 pm.").waitFor();
        await until("the focus to be on the time", () =>
          time.evaluate((field) => field === document.activeElement),
        );
        assert.deepEqual(await accessibilityProblems(page), []);
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
        await picture(page, `ticket-next-update-${look.name}`);
        await time.fill("5:30 pm");
        await page.keyboard.press("Tab");
        assert.equal(await time.inputValue(), "17:30");
        await page.getByText("EDT", { exact: true }).waitFor();
        await time.press("Control+Enter");
        await told(ref, "replied");
      });
      const { expectation: set } = await office.manager.ticket(ref);
      // 17:30 in New York's summer.
      assert.equal(set.next_update_by, `${nextYear}-07-01T21:30:00Z`);
    });
  }

  test("changed by somebody else while one writes: nothing is lost, nothing is overwritten", async () => {
    const ref = await answered();
    await asStaff("coordinator", {}, async (page) => {
      await open(page, ref);
      await write(page, "n", "Internal note", "What I was going to say.");
      await office.member.note(ref, "Somebody was quicker.");
      await page.getByText("Somebody was quicker.").first().waitFor({ timeout: 10_000 });
      assert.equal(
        await page.getByRole("textbox", { name: "Internal note" }).inputValue(),
        "What I was going to say.",
      );
      await page.keyboard.press("Control+Enter");
      await told(ref, "noted", 3);
    });
  });

  test("does not offer a member what a member may not", async () => {
    const { ref } = await submit();
    await asStaff("member", {}, async (page) => {
      await open(page, ref);
      assert.equal(await page.getByRole("button", { name: "Triage and open" }).count(), 0);
    });
  });
});

test("a ticket for a client on the phone", () =>
  asStaff("coordinator", {}, async (page) => {
    await page.goto("/staff/");
    await page.locator("[data-row]").first().waitFor();
    await page.keyboard.press("c");
    await page.getByLabel("Name", { exact: true }).fill(nora.name);
    await page.getByLabel("Mail address").fill("phone@harbour-bakery.example");
    await page.getByLabel("Site", { exact: true }).fill(nora.site);
    await page.getByLabel("In their words").fill("The shop does not take cards.");
    await picture(page, "intake");
    await page.locator("input[name=impact]").first().check({ force: true });
    await page.getByLabel("In their words").press("Control+Enter");
    await page.getByRole("heading", { name: "Written down" }).waitFor();
    const { items } = await office.member.get("/api/v1/tickets?q=phone@harbour-bakery.example");
    assert.equal((await office.member.ticket(items[0].ref)).source, "staff");
  }));

test("a manager reads the outgoing mail", () =>
  asStaff("manager", {}, async (page) => {
    await page.goto("/staff/mail");
    await page.getByText(/P-\d+/).first().click();
    await page.locator("iframe").waitFor();
    assert.match(await page.locator("iframe").getAttribute("sandbox"), /^(?!.*allow-scripts)/);
    assert.deepEqual(await accessibilityProblems(page), []);
    await picture(page, "mail");
  }));
