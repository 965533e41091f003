// Journey 7 and 8: resolved with a message, reopened by answering; every promise stays explained.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { expectation, nora, request } from "../world/cast.mjs";
import { startDesk } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { replyOnPage, visit } from "./support/form.mjs";
import { header, openMailbox } from "./support/mailbox.mjs";

let mailbox;
let desk;
let office;
let ours;
before(async () => {
  mailbox = await openMailbox();
  desk = await startDesk({ mailbox });
  office = await openOffice(desk);
  ours = office.pair();
});
after(async () => {
  await desk?.stop();
  await mailbox?.close();
});

let count = 0;
async function triaged() {
  count += 1;
  const email = `resolution.${count}@harbour-bakery.example`;
  const { ref, url } = await office.coordinator.submit(request({ ...nora, email }));
  await office.coordinator.triage(ref, { tier: 2, pod: ours.pod.id, assignee: ours.assignee.id });
  return { ref, email, path: new URL(url).pathname };
}

describe("resolving", () => {
  test("needs triage and a message", async () => {
    const { ref } = await office.coordinator.submit(
      request({ ...nora, email: "early@harbour-bakery.example" }),
    );
    await office.coordinator.change(409, "PUT", ref, "resolution", { message: "Done." });
    const next = await triaged();
    for (const message of ["", "  \n "]) {
      const problem = await office.coordinator.change(422, "PUT", next.ref, "resolution", { message });
      assert.ok(problem.errors.some(({ field }) => field === "message"));
    }
  });

  test("tells the client, and may be the first reply", async () => {
    const { ref, email, path } = await triaged();
    const { ticket } = await office.member.resolve(
      ref,
      "The second payment account is live; we tested an order.",
    );
    assert.equal(ticket.status, "resolved");
    assert.equal(ticket.clocks.first_reply.state, "met");
    if (ticket.clocks.resolution) assert.equal(ticket.clocks.resolution.state, "met");
    assert.ok(ticket.resolved_at);
    const mail = await mailbox.first(
      "resolved",
      (one) => one.envelope.to.includes(email) && one.text.includes("second payment account"),
    );
    assert.ok(header(mail, "References"));
    assert.ok(mail.text.includes(path) && mail.html.includes(path));
    const page = await visit(desk.base, path);
    assert.ok(page.text.includes("second payment account"));
    assert.match(page.text, /resolved|completed|done|solved/i);
  });

  test("twice is refused, and so is waiting on it", async () => {
    const { ref } = await triaged();
    await office.member.resolve(ref, "Done.");
    await office.member.change(409, "PUT", ref, "resolution", { message: "Done again." });
    await office.member.change(409, "PUT", ref, "waiting");
  });
});

describe("reopening", () => {
  test("by answering goes on with the same clock", async () => {
    const { ref, path } = await triaged();
    await office.coordinator.reply(ref, "On it.", expectation(ours.assignee));
    const { ticket: resolved } = await office.member.resolve(ref, "Done.");
    const sent = await replyOnPage(desk.base, path, "No, it is not.");
    assert.equal(sent.status, 303, sent.text);
    const ticket = await office.member.ticket(ref);
    assert.equal(ticket.status, "open");
    assert.equal(ticket.resolved_at, null);
    assert.ok(
      ticket.timeline.some(({ type, body }) => type === "client_replied" && body === "No, it is not."),
    );
    if (resolved.clocks.resolution) {
      assert.equal(ticket.clocks.resolution.state, "running");
      assert.ok(ticket.clocks.resolution.elapsed >= resolved.clocks.resolution.elapsed);
    }
  });

  test("by a coordinator", async () => {
    const { ref } = await triaged();
    await office.coordinator.resolve(ref, "Done.");
    assert.equal((await office.coordinator.change(200, "DELETE", ref, "resolution")).ticket.status, "open");
    await office.coordinator.change(409, "DELETE", ref, "resolution");
  });
});

describe("spam", () => {
  test("is an end: no command and no client's answer gets past it, and nothing is mailed", async () => {
    const { ref, email, path } = await triaged();
    await mailbox.first("the receipt", (mail) => mail.envelope.to.includes(email));
    assert.equal((await office.coordinator.change(200, "PUT", ref, "spam")).ticket.status, "spam");
    await office.coordinator.change(409, "POST", ref, "replies", {
      body: "Hello",
      expectation: expectation(ours.assignee),
    });
    await office.coordinator.change(409, "PUT", ref, "resolution", { message: "Done." });
    await office.coordinator.change(409, "DELETE", ref, "resolution");
    const page = await visit(desk.base, path);
    if (page.forms.some(({ types }) => Object.values(types).includes("textarea"))) {
      const sent = await replyOnPage(desk.base, path, "Let me in.");
      assert.ok(sent.status >= 400 && sent.status < 500, `${sent.status}`);
    }
    const ticket = await office.coordinator.ticket(ref);
    assert.equal(ticket.timeline.at(-1).type, "marked_spam");
    assert.deepEqual(ticket.allowed, ["redact"]);
    assert.equal(mailbox.to(email).length, 1);
  });
});

describe("the journal", () => {
  test("holds every step with its actor, in order, chained", async () => {
    const { ref, path } = await triaged();
    await office.coordinator.reply(ref, "On it.", expectation(ours.assignee));
    await office.member.note(ref, "Between us.");
    await replyOnPage(desk.base, path, "Thanks.");
    await office.member.change(200, "PUT", ref, "waiting");
    await office.member.change(200, "DELETE", ref, "waiting");
    await office.member.resolve(ref, "Done.");
    const { items } = await office.manager.get(`/api/v1/tickets/${ref}/journal`);
    const told = items.filter(({ type }) => !["warned", "breached"].includes(type));
    assert.deepEqual(
      told.map(({ type }) => type),
      ["submitted", "triaged", "replied", "noted", "client_replied", "waiting", "resumed", "resolved"],
    );
    assert.deepEqual(
      items.map(({ seq }) => seq),
      items.map((_, i) => i + 1),
    );
    assert.equal(new Set(items.map(({ hash }) => hash)).size, items.length);
    for (const { hash } of items) assert.match(hash, /^[0-9a-f]{64}$/);
    for (let i = 1; i < items.length; i += 1) assert.ok(items[i - 1].at <= items[i].at);
    const ticket = await office.manager.ticket(ref);
    assert.equal(ticket.version, items.length);
    const me = office.people.find(({ email }) => email === desk.person("member").mail);
    assert.equal(told.at(-1).actor, `person:${me.id}`);
  });
});
