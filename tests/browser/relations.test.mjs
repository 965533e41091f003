// Linking, merging and redacting from the ticket, with keys and menu; rating on the client's page.
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
import { submitByForm } from "../journeys/support/form.mjs";
import { staffRoom } from "../journeys/support/staff_room.mjs";
import { nora, request, typed } from "../world/cast.mjs";

let browser;
let desk;
let office;
let asStaff;
before(async () => {
  browser = await startBrowser();
  desk = await startDesk();
  office = await openOffice(desk);
  asStaff = staffRoom(browser, desk);
});
after(async () => {
  await desk?.stop();
  await browser?.close();
});

async function submit(description) {
  const { ref, url } = await office.coordinator.submit(request({ ...nora, description }));
  return { ref, path: new URL(url).pathname };
}
/** By the open form: whoever sent it holds its link, whatever address was typed. */
async function submitOpenly(description, person = nora) {
  const path = await submitByForm(desk.base, typed({ ...person, description }));
  return { ref: `P-${path.match(/^\/r\/(\d+)-/)[1]}`, path };
}
const open = async (page, ref) => {
  await page.goto(`/staff/tickets/${ref}`);
  await page.getByRole("article", { name: `Ticket ${ref}` }).waitFor();
};
const choose = (page, ref) => page.getByRole("radio", { name: new RegExp(ref) }).check();
const more = (page) => page.getByRole("button", { name: "More about this ticket" }).click();

describe("two tickets", () => {
  test("are linked by key, shown among the facts, and freed again", async () => {
    const one = await submit("The first of two.");
    const other = await submit("The second of two.");
    await asStaff("member", {}, async (page) => {
      await open(page, one.ref);
      await page.keyboard.press("l");
      const find = page.getByLabel("Find the other ticket");
      await find.and(page.locator(":focus")).waitFor();
      await find.fill(other.ref);
      await choose(page, other.ref);
      await page.getByRole("button", { name: `Link ${other.ref}` }).click();
      const facts = page.getByLabel("Promises and facts").last();
      await facts.getByRole("link", { name: other.ref }).waitFor();
      await facts.getByRole("button", { name: `Take the link to ${other.ref} back` }).click();
      await facts.getByRole("link", { name: other.ref }).waitFor({ state: "detached" });
    });
  });

  test("are merged from the menu; a refusal says what to do", async () => {
    const source = await submit("The duplicate.");
    const target = await submit("The one that goes on.");
    const resolved = await submit("Long done.");
    const { pod, assignee } = office.pair();
    await office.coordinator.triage(resolved.ref, { tier: 3, pod: pod.id, assignee: assignee.id });
    await office.coordinator.resolve(resolved.ref, "Done.");
    await asStaff("coordinator", {}, async (page) => {
      await open(page, source.ref);
      await more(page);
      await page.getByRole("menuitem", { name: "Merge into another" }).click();
      await choose(page, resolved.ref);
      await page.getByRole("button", { name: `Merge into ${resolved.ref}` }).click();
      await page
        .getByRole("alert")
        .getByText(/reopen it first/)
        .waitFor();
      await choose(page, target.ref);
      await page.getByRole("button", { name: `Merge into ${target.ref}` }).click();
      await page.getByText(/merged it into/).waitFor();
      await open(page, target.ref);
      await page.getByText("The duplicate.").first().waitFor();
    });
  });

  for (const look of looks) {
    test(`into one of the open form are merged the other way round, on a ${look.name} screen`, async () => {
      const known = await submit(`By phone, on ${look.name}.`);
      const form = await submitOpenly(`By whoever, on ${look.name}.`);
      await asStaff("coordinator", look, async (page) => {
        await open(page, known.ref);
        await page.keyboard.press("m");
        await choose(page, form.ref);
        await page.getByRole("button", { name: `Merge into ${form.ref}` }).click();
        await page
          .getByRole("alert")
          .getByText(/came by the open form/)
          .waitFor();
        await page.getByRole("button", { name: `I know who sent it: merge into ${form.ref}` }).waitFor();
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `merge-open-form-${look.name}`);
        await page.getByRole("button", { name: `Merge ${form.ref} into this one` }).click();
        await page.getByRole("dialog").waitFor({ state: "hidden" });
        await page.getByText(`By whoever, on ${look.name}.`).first().waitFor();
      });
      assert.equal((await office.coordinator.ticket(form.ref)).merged_into.ref, known.ref);
    });
  }

  for (const look of looks) {
    test(`stand well on a ${look.name} screen, dialogs and all`, async () => {
      const source = await submit(`A duplicate on ${look.name}.`);
      const target = await submit(`What goes on, on ${look.name}.`);
      const linked = await submit(`What has to do with it, on ${look.name}.`);
      await office.coordinator.change(200, "PUT", source.ref, "merged-into", { ticket: target.ref });
      await office.coordinator.change(200, "PUT", target.ref, `links/${linked.ref}`);
      await asStaff("manager", look, async (page) => {
        await open(page, target.ref);
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `relations-${look.name}`);
        await page.keyboard.press("m");
        await page.getByRole("dialog").getByRole("radio").first().waitFor();
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `merge-${look.name}`);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "hidden" });
        await page
          .getByRole("button", { name: /Redact the message/ })
          .first()
          .click();
        await page.getByRole("textbox", { name: "Why" }).waitFor();
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `redact-${look.name}`);
      });
    });
  }
});

describe("redaction", () => {
  test("of a message and of the contact asks why and shows that it was done", async () => {
    const { ref } = await submit("A password: Canary-4711.");
    await asStaff("manager", {}, async (page) => {
      await open(page, ref);
      await page
        .getByRole("button", { name: /Redact the message/ })
        .first()
        .click();
      await page.getByRole("textbox", { name: "Why" }).fill("A password was pasted.");
      await page.getByRole("button", { name: "Redact the message", exact: true }).click();
      await page.getByText("redacted a message: A password was pasted.").waitFor();
      assert.equal(await page.getByText("Canary-4711").count(), 0);
      await more(page);
      await page.getByRole("menuitem", { name: "Redact the contact" }).click();
      await page.getByRole("textbox", { name: "Why" }).fill("She asked.");
      await page.getByRole("button", { name: "Redact the contact", exact: true }).click();
      await page.getByText("redacted a person: She asked.").waitFor();
      assert.equal(await page.getByText(nora.email).count(), 0);
    });
  });

  for (const look of looks) {
    test(`of an unverified contact says how far it goes, on a ${look.name} screen`, async () => {
      const person = { ...nora, email: `${look.name.replace(/\W/g, "")}@harbour-bakery.example` };
      const { ref: known } = await office.coordinator.submit(request(person));
      const form = await submitOpenly("Forget me.", person);
      const contactOf = async (ref) => (await office.manager.ticket(ref)).contact.email;
      await asStaff("manager", look, async (page) => {
        await open(page, form.ref);
        await more(page);
        await page.getByRole("menuitem", { name: "Redact the contact" }).click();
        await page.getByText(/2 tickets have this address/).waitFor();
        await page.getByText("Unverified:").waitFor();
        await page.getByRole("textbox", { name: "Why" }).fill("She called.");
        await page.getByLabel("It is theirs: redact them everywhere").check();
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `redact-contact-${look.name}`);
        await page.getByLabel("It is theirs: redact them everywhere").uncheck();
        await page.getByRole("button", { name: "Redact the contact", exact: true }).click();
        await page.getByText("redacted a person: She called.").waitFor();
      });
      assert.deepEqual([await contactOf(form.ref), await contactOf(known)], ["", person.email]);
    });
  }
});

describe("rating", () => {
  for (const look of looks) {
    test(`takes one click on a ${look.name} screen`, async () => {
      const { ref, path } = await submit(`To be rated on ${look.name}.`);
      const { pod, assignee } = office.pair();
      await office.coordinator.triage(ref, { tier: 3, pod: pod.id, assignee: assignee.id });
      await office.coordinator.resolve(ref, "Done.");
      const context = await openContext(browser, { base: desk.base, ...look });
      try {
        const page = await context.newPage();
        await page.goto(path);
        await page.getByRole("radio", { name: "Good", exact: true }).check();
        await page.getByLabel("In a few words").fill("Quick and kind.");
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
        assert.deepEqual(await accessibilityProblems(page), []);
        await picture(page, `rating-${look.name}`);
        await page.locator("#rating").getByRole("button", { name: "Send" }).click();
        await page.getByText("Thank you for telling us how we did").waitFor();
        assert.deepEqual(context.problems, []);
      } finally {
        await context.close();
      }
      assert.equal((await office.member.ticket(ref)).rating.rating, "good");
    });
  }
});
