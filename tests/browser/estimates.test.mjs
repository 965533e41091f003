// Estimates in the staff app: written with a reply, priced as they are typed, seen where they were sent, withdrawn, redacted.
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
import { post } from "../journeys/support/form.mjs";
import { staffRoom } from "../journeys/support/staff_room.mjs";
import { until } from "../journeys/support/until.mjs";
import { expectation, nora, request } from "../world/cast.mjs";

// Brightwater Outfitters: an allowance, and design work, which it does not cover; Jonas Petit approves.
const mara = {
  name: "Mara Ellwood",
  email: "mara.ellwood@brightwater.example",
  site: "https://brightwater.example",
  live: "no",
  impact: "low_impact",
  description: "We would like customers to choose a gift box when they order.",
};

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

/** A request that has had its first reply. */
async function answered(person = mara) {
  const { ref } = await office.coordinator.submit(request(person));
  const { pod, assignee } = office.pair();
  await office.coordinator.triage(ref, { tier: 3, pod: pod.id, assignee: assignee.id });
  await office.coordinator.reply(ref, "We look into what it takes.", expectation(assignee));
  return ref;
}
const estimatesOf = async (ref) => (await office.member.get(`/api/v1/tickets/${ref}/estimates`)).items;
const work = [
  { text: "Draw the gift box", kind: "design", minutes: 60 },
  { text: "Build it into the order", kind: "", minutes: 150 },
];
const plan = "We build a **gift box** into the order.";
const sendEstimate = (ref, lines = work) =>
  office.coordinator.change(201, "POST", ref, "replies", {
    body: "Here is our plan.",
    estimate: { plan, lines },
  });

const button = (page, name) => page.getByRole("button", { name });
const dialog = (page) => page.getByRole("dialog");
const reply = (page) => page.getByRole("textbox", { name: /^Reply to/ });
const group = (page) => page.getByRole("group", { name: "Estimate" });
const card = (page, number) => page.getByRole("article", { name: `Estimate ${number}` });
const line = (page, name, number) => group(page).getByRole("textbox", { name: `${name}, line ${number}` });
const marks = (page) => page.getByRole("region", { name: "Estimates" });
const focused = (field) => field.and(field.page().locator(":focus")).waitFor();

async function look(page, name) {
  assert.equal(await scrollsSideways(page), false, "it scrolls sideways");
  assert.deepEqual(await accessibilityProblems(page), []);
  await picture(page, name);
}

async function open(page, ref) {
  await page.goto(`/staff/tickets/${ref}`);
  await page.getByRole("article", { name: `Ticket ${ref}` }).waitFor();
}

/** A reply that is begun, with an estimate that is still empty. */
async function begin(page, ref) {
  await open(page, ref);
  await page.keyboard.press("r");
  await focused(reply(page));
  await page.keyboard.type("Here is our plan.");
  await page.getByRole("switch", { name: "Add an estimate" }).press("Space");
  await group(page).waitFor();
}

async function chooseKind(page, number, kind) {
  await group(page)
    .getByRole("combobox", { name: `Kind of work, line ${number}` })
    .click();
  await page.getByRole("option", { name: kind }).click();
}

/** The whole of it, by keyboard where that is quicker. */
async function fill(page) {
  await group(page).getByLabel("Plan").fill(plan);
  await line(page, "What is to be done", 1).fill(work[0].text);
  await chooseKind(page, 1, work[0].kind);
  await line(page, "Time", 1).fill("1h");
  await line(page, "Time", 1).press("Enter");
  await focused(line(page, "What is to be done", 2));
  await page.keyboard.type(work[1].text);
  await line(page, "Time", 2).fill("2 h 30");
  for (const words of ["2 h 30 min", "125.00 USD"]) await group(page).getByText(words).first().waitFor();
}

describe("an estimate", () => {
  for (const one of looks) {
    test(`is written with a reply, priced as it is typed, sent, seen and withdrawn on a ${one.name} screen`, async () => {
      const ref = await answered();
      await asStaff("coordinator", one, async (page) => {
        await begin(page, ref);
        await group(page).getByText("The price stands here once a line has a time.").waitFor();
        await fill(page);
        await look(page, `estimate-written-${one.name}`);
        await line(page, "Time", 2).press("Control+Enter");

        await card(page, 1).getByText("waits for approval until").waitFor();
        for (const words of ["Draw the gift box", "Build it into the order", "125.00 USD", "3 h 30 min"])
          await card(page, 1).getByText(words).first().waitFor();
        await until("the reply to be empty", async () => (await reply(page).inputValue()) === "");
        const [sent] = await estimatesOf(ref);
        assert.deepEqual([sent.lines, sent.plan, sent.amount], [work, plan, "125.00"]);
        const days = (Date.parse(sent.expires_at) - Date.parse(sent.sent_at)) / 86_400e3;
        assert.ok(days > 13.9 && days < 15.1, `it is open for ${days} days`);
        await look(page, `estimate-sent-${one.name}`);
        if (one.size === "phone") {
          await page.getByText("Promises and facts", { exact: true }).click();
          await marks(page).getByText("waits for approval until").waitFor();
          await marks(page).scrollIntoViewIfNeeded();
          await look(page, `estimate-facts-${one.name}`);
          await page.getByText("Conversation", { exact: true }).click();
        } else await marks(page).getByText("125.00 USD").waitFor();

        await button(card(page, 1), "Withdraw…").click();
        await dialog(page).getByText("Nobody can approve estimate 1 any more").waitFor();
        await look(page, `estimate-withdraw-${one.name}`);
        await button(dialog(page), "Withdraw it").click();
        await card(page, 1)
          .getByText(/^withdrawn by/)
          .waitFor();
        assert.equal(await button(card(page, 1), "Withdraw…").count(), 0);
      });
      assert.equal((await estimatesOf(ref))[0].state, "withdrawn");
    });
  }

  for (const one of looks) {
    test(`with something wrong stays as it was typed, the reason beside it, on a ${one.name} screen`, async () => {
      const ref = await answered();
      await asStaff("coordinator", one, async (page) => {
        await begin(page, ref);
        await line(page, "Time", 1).fill("soon");
        await line(page, "Time", 1).press("Control+Enter");
        await group(page).getByText("Tell the client in words what you plan.").waitFor();
        await group(page).getByText("Say what is to be done.").waitFor();
        await group(page).getByText("How long? Write 2h30").waitFor();
        await focused(group(page).getByLabel("Plan"));
        await look(page, `estimate-missing-${one.name}`);

        // The desk counts bytes, the field characters: too long for the one, short enough for the other.
        const long = "é".repeat(400);
        await fill(page);
        await line(page, "What is to be done", 2).fill(long);
        await button(page, /^Send reply with estimate/).click();
        await group(page).getByText("This is too long; 500 characters are the most.").waitFor();
        await focused(line(page, "What is to be done", 2));
        await look(page, `estimate-refused-${one.name}`);
        assert.equal(await line(page, "What is to be done", 2).inputValue(), long);
        assert.equal(await group(page).getByLabel("Plan").inputValue(), plan);

        await page.reload();
        await group(page).waitFor();
        assert.equal(await reply(page).inputValue(), "Here is our plan.");
        assert.equal(await line(page, "What is to be done", 2).inputValue(), long);
        assert.equal(await line(page, "Time", 1).inputValue(), "1 h");
        await line(page, "What is to be done", 2).fill("Build it into the order");
        await line(page, "What is to be done", 2).press("Control+Enter");
        await card(page, 1).waitFor();
      });
      assert.equal((await estimatesOf(ref)).length, 1);
    });
  }

  test("written while somebody else was quicker is kept, and goes out when it is sent again", async () => {
    const ref = await answered();
    await asStaff("coordinator", {}, async (page) => {
      // Nothing tells the page of the other's note before it sends.
      await page.route("**/api/v1/events*", (route) => route.fulfill({ status: 404 }));
      await begin(page, ref);
      await fill(page);
      await office.member.note(ref, "Somebody was quicker.");
      await line(page, "Time", 2).press("Control+Enter");
      await page.getByText("Somebody changed this ticket while you were writing.").waitFor();
      assert.equal(await line(page, "What is to be done", 2).inputValue(), work[1].text);
      await line(page, "Time", 2).press("Control+Enter");
      await card(page, 1).getByText("waits for approval until").waitFor();
    });
  });

  test("takes lines and leaves them out by key; switched off it is kept and does not go along", async () => {
    const ref = await answered();
    await asStaff("coordinator", {}, async (page) => {
      await begin(page, ref);
      await fill(page);
      await button(group(page), "Add a line").press("Enter");
      await focused(line(page, "What is to be done", 3));
      await button(group(page), "Leave line 1 out").press("Enter");
      await focused(line(page, "What is to be done", 1));
      assert.equal(await line(page, "What is to be done", 1).inputValue(), work[1].text);
      await group(page).getByText("It can be done without an estimate.").waitFor();
      const added = page.getByRole("switch", { name: "Add an estimate" });
      await added.press("Space");
      await group(page).waitFor({ state: "detached" });
      await added.press("Space");
      assert.equal(await group(page).getByLabel("Plan").inputValue(), plan);
      await added.press("Space");
      await button(page, /^Send reply/).click();
      await until("the reply to be empty", async () => (await reply(page).inputValue()) === "");
    });
    assert.deepEqual(await estimatesOf(ref), []);
  });

  test("that is approved says so by itself, where it was sent and among the facts", async () => {
    const ref = await answered();
    await sendEstimate(ref);
    await sendEstimate(ref);
    const { items } = await office.manager.get("/api/v1/outgoing-mail");
    const { id } = items.find((mail) => mail.kind === "estimate" && mail.subject.includes(ref));
    const { text } = await office.manager.get(`/api/v1/outgoing-mail/${id}`);
    const path = text.match(/\/e\/[\w-]+/)[0];
    await asStaff("member", {}, async (page) => {
      await open(page, ref);
      await card(page, 1).getByText("replaced by a newer one").waitFor();
      await card(page, 2).getByText("waits for approval until").waitFor();
      const answer = { answer: "approved", name: "Jonas Petit" };
      assert.equal((await post(desk.base, path, answer)).status, 303);
      await card(page, 2).getByText("approved by Jonas Petit").waitFor();
      await marks(page).getByText("approved by Jonas Petit").waitFor();
      assert.equal(await button(card(page, 2), "Withdraw…").count(), 0);
      await button(card(page, 1), "Estimate 1").click();
      await card(page, 1).getByText("Draw the gift box").waitFor();
      await look(page, "estimate-approved");
    });
  });

  test("is redacted like a message: its words go, its price stays", async () => {
    const ref = await answered();
    await sendEstimate(ref, [{ ...work[0], text: "The password is Canary-4711" }]);
    await asStaff("manager", {}, async (page) => {
      await open(page, ref);
      await card(page, 1).getByText("Canary-4711").waitFor();
      await button(card(page, 1), "Redact estimate 1").click();
      await dialog(page).getByText("The plan of estimate 1 and the words of its lines").waitFor();
      await page.getByRole("textbox", { name: "Why" }).fill("A password was pasted.");
      await look(page, "estimate-redact");
      await button(dialog(page), "Redact the estimate").click();
      await page.getByText("redacted an estimate: A password was pasted.").waitFor();
      await page.getByText("Canary-4711").waitFor({ state: "detached" });
      await card(page, 1).getByText("125.00 USD").waitFor();
    });
  });

  test("is not offered where nothing is agreed, and says why", async () => {
    const ref = await answered();
    const stranger = await answered(nora);
    await asStaff("coordinator", {}, async (page) => {
      await page.route("**/api/v1/clients/*/balance", async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          json: { ...(await response.json()), in_force: null, balance: null },
        });
      });
      for (const [one, said] of [
        [ref, 1],
        [stranger, 0],
      ]) {
        await open(page, one);
        await page.keyboard.press("r");
        await focused(reply(page));
        await page.getByRole("switch", { name: /what the client can expect/ }).waitFor();
        const why = page.getByText("nothing is agreed with Brightwater Outfitters today");
        if (said) await why.waitFor();
        else assert.equal(await why.count(), 0);
        assert.equal(await page.getByRole("switch", { name: "Add an estimate" }).count(), 0);
      }
    });
  });
});
