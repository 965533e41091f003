// Journey 1 and 2: the public page, the form, the private page, the automatic receipt. All of it without JavaScript.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { everyone, nora, siobhan, tomas, typed } from "../world/cast.mjs";
import { startDesk } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { openRequestForm, post, sendRequest, submitByForm, visit } from "./support/form.mjs";
import { header, openMailbox } from "./support/mailbox.mjs";

let mailbox;
let desk;
let office;
before(async () => {
  mailbox = await openMailbox();
  desk = await startDesk({ mailbox });
  office = await openOffice(desk);
});
after(async () => {
  await desk?.stop();
  await mailbox?.close();
});

const mailTo = (address, subject = /./) =>
  mailbox.first(`to ${address}`, (mail) => mail.envelope.to.includes(address) && subject.test(mail.subject));

async function newest(address) {
  const { items } = await office.coordinator.get(
    `/api/v1/tickets?state=all&q=${encodeURIComponent(address)}`,
  );
  return office.coordinator.ticket(items[0].ref);
}

describe("the public page", () => {
  test("says whether the desk is open, its hours and its goal, as the desk's status does", async () => {
    const page = await visit(desk.base, "/");
    const status = await desk.anonymous.get("/api/v1/desk/status");
    assert.equal(page.status, 200);
    assert.match(page.text, status.open ? /Open now/i : /Closed/i);
    assert.ok(page.text.includes(status.name), "the agency's name");
    // The page speaks to the public, the status to staff and programs.
    assert.match(page.text, /Monday–Friday, 8 am – 5 pm ET/);
    assert.equal(status.hours, "Monday–Friday, 08:00–17:00 ET");
    if (status.average)
      assert.ok(page.text.includes(String(status.average.count)), "the average with its count");
  });

  test("has the form first, then the steps, the tiers, the questions and the hours", async () => {
    const page = await visit(desk.base, "/");
    const form = await openRequestForm(desk.base);
    for (const name of [
      "name",
      "email",
      "company",
      "cc",
      "site",
      "page",
      "live",
      "description",
      "impact",
      "attachments",
    ]) {
      assert.ok(name in form.types, `a field '${name}'`);
    }
    for (const tier of [1, 2, 3, 4]) assert.match(page.text, new RegExp(`Tier ${tier}`, "i"));
    assert.ok(page.elements((node) => node.name === "details").length >= 3, "questions that unfold");
  });

  test("carries a strict policy and no inline script", async () => {
    const page = await visit(desk.base, "/");
    const policy = page.headers["content-security-policy"];
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval/);
    assert.equal(page.headers["referrer-policy"], "same-origin");
    assert.equal(page.headers["x-content-type-options"], "nosniff");
    for (const script of page.scripts) assert.ok(script.attribs.src, "a script without a source");
    assert.equal(page.headers["access-control-allow-origin"], undefined);
  });
});

describe("a request through the form", () => {
  test("is on disk, with a reference, when the private page is named", async () => {
    const path = await submitByForm(desk.base, typed(nora));
    assert.match(path, /^\/r\/[^/]{20,}$/);
    const ticket = await newest(nora.email);
    const page = await visit(desk.base, path);
    assert.equal(page.status, 200);
    assert.ok(page.text.includes(ticket.ref), "the reference");
    assert.equal(ticket.description, nora.description);
    assert.equal(ticket.impact, nora.impact);
    assert.equal(ticket.live, true);
    assert.equal(ticket.source, "form");
    assert.equal(ticket.status, "new");
    assert.equal(ticket.tier, null);
    assert.equal(ticket.provisional_tier, 1);
    assert.equal(ticket.contact.verified, false);
    assert.equal(ticket.client, null);
    assert.equal(new URL(ticket.url).pathname, path);
  });

  test("shows the promise: by when a human answers, and that severity is not assessed yet", async () => {
    const page = await visit(desk.base, await submitByForm(desk.base, typed(tomas)));
    const ticket = await newest(tomas.email);
    assert.ok(ticket.promises.goal?.due ?? ticket.promises.first_reply?.due, "something is promised");
    assert.match(page.text, /not (yet )?(been )?assessed|assess/i);
    assert.doesNotMatch(page.text, /Tier \d/);
  });

  test("keeps hostile words as words", async () => {
    const path = await submitByForm(desk.base, typed(siobhan));
    const page = await visit(desk.base, path);
    assert.equal((await newest(siobhan.email)).description, siobhan.description);
    assert.ok(page.text.includes("{{name}} {{{name}}}"), "template marks stay as typed");
    assert.ok(page.text.includes("<script>alert(1)</script>"), "tags are shown, not obeyed");
    for (const script of page.scripts) assert.ok(script.attribs.src, "nobody's script came in");
    for (const { href } of page.links) assert.doesNotMatch(href ?? "", /^\s*javascript:/i);
  });

  test("takes files, multipart, and hands them to staff as downloads", async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255, 254, 13, 10, 45, 45]);
    const files = [
      { name: 'screen "shot".png', type: "image/png", bytes },
      { name: "..\\..\\evil.html", type: "text/html", bytes: "<script>alert(1)</script>" },
    ];
    const form = await openRequestForm(desk.base);
    const who = { ...nora, email: "files@harbour-bakery.example" };
    const answer = await sendRequest(desk.base, form, typed(who), {
      files: files.map((file) => ({ ...file, name: file.name.replaceAll('"', "%22") })),
    });
    assert.equal(answer.status, 303, answer.text);
    const ticket = await newest(who.email);
    const attached = ticket.timeline.flatMap((entry) => entry.attachments ?? []);
    assert.deepEqual(attached.map(({ size }) => size).sort(), files.map(({ bytes: b }) => b.length).sort());
    for (const { id, name, size } of attached) {
      assert.doesNotMatch(name, /[/\\]/, "no path in a name");
      const file = await office.member.call("GET", `/api/v1/tickets/${ticket.ref}/attachments/${id}`);
      assert.equal(file.status, 200);
      assert.equal(file.bytes.length, size);
      assert.match(file.headers["content-disposition"], /^attachment/);
      assert.equal(file.headers["x-content-type-options"], "nosniff");
      assert.match(file.headers["content-security-policy"], /sandbox/);
      if (size === bytes.length) assert.deepEqual(file.bytes, bytes);
    }
  });

  test("sent twice with one nonce is one ticket and one private page", async () => {
    const form = await openRequestForm(desk.base);
    const who = typed({ ...tomas, email: "twice@tidewater-museum.example" });
    const [first, second] = await Promise.all([
      sendRequest(desk.base, form, who),
      sendRequest(desk.base, form, who),
    ]);
    assert.deepEqual([first.status, second.status], [303, 303]);
    assert.equal(first.location, second.location);
    const again = await sendRequest(desk.base, form, who);
    assert.equal(again.location, first.location);
    const { items } = await office.coordinator.get(
      "/api/v1/tickets?state=all&q=twice@tidewater-museum.example",
    );
    assert.equal(items.length, 1);
  });

  test("without a nonce is simply new each time", async () => {
    const who = typed({ ...tomas, email: "plain@tidewater-museum.example" });
    const first = await post(desk.base, "/requests", who);
    const second = await post(desk.base, "/requests", who);
    assert.deepEqual([first.status, second.status], [303, 303]);
    assert.notEqual(first.location, second.location);
  });

  test("by a known address gets its client's promises, marked unverified", async () => {
    const client = office.clients.find(({ contacts }) => contacts.length > 0);
    const [contact] = client.contacts;
    await submitByForm(desk.base, typed({ ...nora, name: contact.name, email: contact.email.toUpperCase() }));
    const ticket = await newest(contact.email);
    assert.equal(ticket.client?.id, client.id);
    assert.equal(ticket.contact.verified, false);
  });
});

describe("the receipt", () => {
  test("is marked automatic, says the reference and links the private page, in plain and HTML", async () => {
    const who = { ...nora, email: "receipt@harbour-bakery.example" };
    const path = await submitByForm(desk.base, typed(who));
    const ticket = await newest(who.email);
    const mail = await mailTo(who.email);
    assert.equal(header(mail, "Auto-Submitted"), "auto-replied");
    assert.match(mail.messageId, /^<[^<>@\s]+@[^<>@\s]+>$/);
    assert.ok(mail.subject.includes(ticket.ref));
    for (const part of [mail.text, mail.html]) {
      assert.ok(part, "both parts are there");
      assert.ok(part.includes(path), "the private link in both parts");
      assert.ok(part.includes(ticket.ref));
    }
    assert.match(header(mail, "Content-Type"), /^multipart\/alternative/);
    assert.equal(mail.from.value[0].address, "support@brightwater.example");
  });

  test("carries nothing of what an unverified sender typed, name included", async () => {
    const canary = "canary-7f3a9";
    const who = {
      ...nora,
      name: `Buy ${canary} now`,
      company: canary,
      description: `visit ${canary}`,
      email: "victim@elsewhere.example",
    };
    await submitByForm(desk.base, typed(who));
    const mail = await mailTo(who.email);
    assert.ok(
      !mail.raw.toString().includes(canary) && !mail.text.includes(canary) && !mail.html.includes(canary),
    );
  });

  test("goes to one address at most three times an hour", async () => {
    const who = typed({ ...tomas, email: "flooded@elsewhere.example" });
    for (let i = 0; i < 5; i += 1) assert.equal((await post(desk.base, "/requests", who)).status, 303);
    const last = { ...tomas, email: "after-the-flood@elsewhere.example" };
    await submitByForm(desk.base, typed(last));
    await mailTo(last.email);
    assert.equal(mailbox.to("flooded@elsewhere.example").length, 3);
  });

  test("is no reply: the first-reply clock runs on", async () => {
    for (const { email } of everyone.slice(0, 1)) {
      const ticket = await newest(email);
      await mailTo(email);
      const clocks = await office.coordinator.get(`/api/v1/tickets/${ticket.ref}/clocks`);
      assert.ok(["running", "breached"].includes(clocks.first_reply.state), clocks.first_reply.state);
    }
  });

  test("tells staff as well, and what staff read names the ticket", async () => {
    const who = { ...nora, email: "staff-told@harbour-bakery.example" };
    await submitByForm(desk.base, typed(who));
    const { ref } = await newest(who.email);
    const staff = new Set(office.people.map(({ email }) => email));
    const mail = await mailbox.first(
      "to staff about the new ticket",
      (one) => one.envelope.to.some((address) => staff.has(address)) && one.subject.includes(ref),
    );
    assert.match(header(mail, "Auto-Submitted"), /^auto-/);
  });
});
