// Journey 6: replies both ways, internal notes, waiting on the client.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { expectation, nora, request } from "../world/cast.mjs";
import { startDesk } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { post, replyOnPage, visit } from "./support/form.mjs";
import { openMailbox } from "./support/mailbox.mjs";

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
async function answered() {
  count += 1;
  const email = `conversation.${count}@harbour-bakery.example`;
  const { ref, url } = await office.coordinator.submit(request({ ...nora, email }));
  await office.coordinator.triage(ref, { tier: 3, pod: ours.pod.id, assignee: ours.assignee.id });
  await office.coordinator.reply(ref, "We have it.", expectation(ours.assignee));
  return { ref, email, path: new URL(url).pathname };
}

const ticketOf = (ref) => office.member.ticket(ref);
const mailOf = (email, words) =>
  mailbox.first(
    `to ${email}: ${words}`,
    (mail) => mail.envelope.to.includes(email) && mail.text.includes(words),
  );

describe("the client answers on the private page", () => {
  test("staff see it, and the next-reply clock runs from the oldest unanswered message", async () => {
    const { ref, path } = await answered();
    const sent = await replyOnPage(desk.base, path, "It is still broken.");
    assert.equal(sent.status, 303, sent.text);
    assert.equal(new URL(sent.location, desk.base).pathname, path);
    const first = await ticketOf(ref);
    const entry = first.timeline.at(-1);
    assert.deepEqual(
      [entry.type, entry.body, entry.by.kind],
      ["client_replied", "It is still broken.", "contact"],
    );
    assert.equal(first.clocks.next_reply.length, 1);
    await replyOnPage(desk.base, path, "Really.");
    const second = await ticketOf(ref);
    assert.equal(second.clocks.next_reply.length, 1);
    assert.equal(second.clocks.next_reply[0].due, first.clocks.next_reply[0].due);
    const { ticket: third } = await office.member.reply(ref, "Looking again.");
    assert.equal(third.clocks.next_reply[0].state, "met");
    assert.equal(
      (await office.member.reply(ref, "And again.")).ticket.clocks.next_reply.length,
      1,
      "a follow-up opens none",
    );
  });

  test("sent twice with one nonce is one message", async () => {
    const { ref, path } = await answered();
    const page = await visit(desk.base, path);
    const form = page.forms.find(({ types }) => Object.values(types).includes("textarea"));
    assert.ok(Object.keys(form.fields).includes("nonce"), "the reply form has a nonce");
    const written = (await ticketOf(ref)).timeline.length;
    const field = Object.keys(form.types).find((name) => form.types[name] === "textarea");
    const action = form.action ? new URL(form.action, new URL(path, desk.base)).pathname : path;
    const typed = { ...form.fields, [field]: "Only once." };
    for (let i = 0; i < 3; i += 1) assert.equal((await post(desk.base, action, typed)).status, 303);
    const entries = (await ticketOf(ref)).timeline;
    assert.equal(entries.length, written + 1);
  });

  test("an empty answer is refused beside its field", async () => {
    const { ref, path } = await answered();
    const refused = await replyOnPage(desk.base, path, "   ");
    assert.equal(refused.status, 422);
    assert.equal((await ticketOf(ref)).timeline.at(-1).type, "replied");
  });

  test("with a file, which staff can fetch and another ticket cannot", async () => {
    const { ref, path } = await answered();
    const other = await answered();
    const bytes = Buffer.from("order;total\n1;12.50\n");
    const sent = await replyOnPage(desk.base, path, "The list.", {
      files: [{ name: "orders.csv", type: "text/csv", bytes }],
    });
    assert.equal(sent.status, 303, sent.text);
    const [{ id, name }] = (await ticketOf(ref)).timeline.at(-1).attachments;
    assert.equal(name, "orders.csv");
    assert.deepEqual(
      (await office.member.call("GET", `/api/v1/tickets/${ref}/attachments/${id}`)).bytes,
      bytes,
    );
    assert.equal(
      (await office.member.call("GET", `/api/v1/tickets/${other.ref}/attachments/${id}`)).status,
      404,
    );
    assert.equal((await desk.anonymous.call("GET", `/api/v1/tickets/${ref}/attachments/${id}`)).status, 401);
  });
});

describe("staff answer", () => {
  test("in Markdown: safe HTML on the page and in the mail, as typed in plain", async () => {
    const { ref, email, path } = await answered();
    const body =
      "Please **clear** the cache, <img src=x onerror=alert(1)> and [go](javascript:alert(1)) or [here](https://a.example/b).";
    await office.member.reply(ref, body);
    const mail = await mailOf(email, "the cache");
    const page = await visit(desk.base, path);
    for (const html of [mail.html, page.html]) {
      assert.match(html, /<strong>clear<\/strong>/);
      assert.doesNotMatch(html, /<img[^>]+onerror/i);
      assert.doesNotMatch(html, /href="javascript:/i);
      assert.match(html, /href="https:\/\/a\.example\/b"/);
    }
    assert.ok(page.text.includes("<img src=x onerror=alert(1)>"), "what was pasted is shown as text");
    const entry = (await ticketOf(ref)).timeline.at(-1);
    assert.equal(entry.body, body);
    assert.doesNotMatch(entry.body_html, /<img|javascript:/i);
  });

  test("each reply is one mail, with an id of its own", async () => {
    const { ref, email } = await answered();
    for (const words of ["alpha", "beta", "gamma"]) await office.member.reply(ref, `Update ${words}.`);
    for (const words of ["alpha", "beta", "gamma"]) await mailOf(email, `Update ${words}.`);
    const ids = mailbox.to(email).map(({ messageId }) => messageId);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.length, 5, "receipt, first reply, three updates");
  });
});

describe("an internal note", () => {
  test("never reaches the client: page, mail, event stream, nor anybody without the right", async () => {
    const canary = "canary-note-61c2";
    const { ref, email, path } = await answered();
    const stream = await desk.events(`${path}/events`);
    const { ticket } = await office.member.note(ref, `They pay late. ${canary}`);
    assert.ok(JSON.stringify(ticket.timeline).includes(canary), "staff read it");
    await office.member.reply(ref, "A word after the note.");
    const mail = await mailOf(email, "A word after the note.");
    await stream.first("the reply", () => stream.seen.length > 0);
    stream.close();
    const page = await visit(desk.base, path);
    for (const [where, text] of Object.entries({
      page: page.html,
      mail: mail.raw.toString(),
      events: JSON.stringify(stream.seen),
    })) {
      assert.ok(!text.includes(canary), `the note stands in the ${where}`);
    }
    for (const one of mailbox.to(email)) assert.ok(!one.raw.toString().includes(canary));
  });

  test("stops no clock", async () => {
    const { ref } = await office.coordinator.submit(
      request({ ...nora, email: "noted@harbour-bakery.example" }),
    );
    const { ticket } = await office.member.note(ref, "Looks like the usual.");
    assert.equal(ticket.clocks.first_reply.state, "running");
    assert.equal(ticket.status, "new");
  });
});

describe("waiting on the client", () => {
  test("pauses resolution alone, tells the client, and their answer ends it", async () => {
    const { ref, email, path } = await answered();
    const { ticket: waiting } = await office.member.change(200, "PUT", ref, "waiting");
    assert.equal(waiting.status, "waiting");
    if (waiting.clocks.resolution) assert.equal(waiting.clocks.resolution.state, "paused");
    assert.equal(waiting.clocks.next_update.state, "cancelled");
    await mailbox.first(
      "waiting on you",
      (mail) => mail.envelope.to.includes(email) && /wait/i.test(mail.text),
    );
    assert.match((await visit(desk.base, path)).text, /waiting (on|for) you/i);
    await replyOnPage(desk.base, path, "Here you are.");
    const resumed = await ticketOf(ref);
    assert.equal(resumed.status, "open");
    if (resumed.clocks.resolution) assert.equal(resumed.clocks.resolution.state, "running");
  });

  test("can be ended by staff; neither may be said twice", async () => {
    const { ref } = await answered();
    await office.member.change(200, "PUT", ref, "waiting");
    await office.member.change(409, "PUT", ref, "waiting");
    assert.equal((await office.member.change(200, "DELETE", ref, "waiting")).ticket.status, "open");
    await office.member.change(409, "DELETE", ref, "waiting");
  });
});

describe("a private link", () => {
  test("that is wrong in any way shows nothing", async () => {
    const { path } = await answered();
    const { path: other } = await answered();
    const token = path.slice(3);
    const swapped = `${other.slice(3).split("-")[0]}-${token.split("-").slice(1).join("-")}`;
    for (const wrong of [
      `${token}x`,
      token.slice(0, -1),
      token.toUpperCase(),
      swapped,
      "1042",
      "1042-",
      "-",
      "%00",
      "..%2f..",
      "a".repeat(4000),
    ]) {
      const page = await visit(desk.base, `/r/${wrong}`);
      assert.ok([400, 404].includes(page.status), `${wrong}: ${page.status}`);
      assert.ok(!page.text.includes("We have it."), wrong);
    }
  });
});
