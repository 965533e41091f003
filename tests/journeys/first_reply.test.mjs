// Journey 3 and 4: triage tells nobody outside; the first reply is a human's and says what to expect.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { expectation, inHours, nora, request, tomas } from "../world/cast.mjs";
import { startDesk } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { visit } from "./support/form.mjs";
import { header, openMailbox } from "./support/mailbox.mjs";

let mailbox;
let desk;
let office;
let ours; // the pod and the assignee of most tests
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
async function submitted(who = nora) {
  count += 1;
  const email = `${count}.${who.email}`;
  const { ref, url } = await office.coordinator.submit(request({ ...who, email }));
  await mailbox.first(`the receipt to ${email}`, (mail) => mail.envelope.to.includes(email));
  return { ref, email, path: new URL(url).pathname };
}

const triage = (ref, changes = {}) =>
  office.coordinator.triage(ref, { tier: 2, pod: ours.pod.id, assignee: ours.assignee.id, ...changes });

describe("before triage", () => {
  test("a first reply is refused, and nothing is mailed or recorded", async () => {
    const { ref, email } = await submitted();
    const problem = await office.coordinator.change(409, "POST", ref, "replies", {
      body: "Hello",
      expectation: expectation(ours.assignee),
    });
    assert.match(problem.type, /^\/problems\//);
    const ticket = await office.coordinator.ticket(ref);
    assert.equal(ticket.timeline.filter(({ type }) => type === "replied").length, 0);
    assert.equal(mailbox.to(email).length, 1);
  });

  test("the suggested severity is provisional and its clocks run", async () => {
    const { ref } = await submitted(nora);
    const ticket = await office.coordinator.ticket(ref);
    assert.deepEqual([ticket.tier, ticket.provisional_tier], [null, 1]);
    assert.equal(ticket.clocks.first_reply.state, "running");
    assert.equal((await office.coordinator.ticket((await submitted(tomas)).ref)).provisional_tier, 4);
  });
});

describe("triage", () => {
  test("assesses, assigns and mails nobody outside", async () => {
    const { ref, email, path } = await submitted();
    const { ticket } = await triage(ref);
    assert.equal(ticket.status, "open");
    assert.equal(ticket.tier, 2);
    assert.equal(ticket.pod.id, ours.pod.id);
    assert.equal(ticket.assignee.id, ours.assignee.id);
    const page = await visit(desk.base, path);
    assert.match(page.text, /Tier 2/i);
    assert.ok(page.text.includes(ours.assignee.name.split(" ")[0]), "who has it");
    const later = await submitted(); // its receipt shows that the outbox was drained meanwhile
    assert.ok(later.email);
    assert.equal(mailbox.to(email).length, 1);
  });

  test("again corrects the tier and reassigns; the clocks are as if it had always been so", async () => {
    const { ref } = await submitted();
    const first = (await triage(ref, { tier: 1 })).ticket;
    const other = office.active.find(({ id }) => id !== ours.assignee.id);
    const second = (await triage(ref, { tier: 3, assignee: other.id })).ticket;
    assert.deepEqual([second.tier, second.assignee.id], [3, other.id]);
    assert.equal(second.timeline.filter(({ type }) => type === "triaged").length, 2);
    const due = ({ clocks }) => clocks.first_reply.due;
    if (due(first) && due(second)) assert.ok(due(first) <= due(second), "tier 1 is due no later than tier 3");
  });

  test("an assignee outside the pod is legal, with a warning", async () => {
    const outsider = office.active.find(({ id }) => !ours.pod.members.some((member) => member.id === id));
    assert.ok(outsider, "the demo has somebody outside the first pod");
    const { ref } = await submitted();
    const { warnings } = await triage(ref, { assignee: outsider.id });
    assert.ok(warnings.length > 0);
    const inside = await triage((await submitted()).ref);
    assert.deepEqual(
      inside.warnings.filter((text) => /pod/i.test(text)),
      [],
    );
  });
});

describe("the first reply", () => {
  test("needs a complete expectation", async () => {
    const { ref } = await submitted();
    await triage(ref);
    const whole = expectation(ours.assignee);
    for (const missing of [undefined, "assignee", "what_to_expect", "next_step", "next_update_by"]) {
      const told = missing ? { ...whole, [missing]: undefined } : undefined;
      const problem = await office.coordinator.change(422, "POST", ref, "replies", {
        body: "Hello",
        expectation: told,
      });
      assert.ok(problem.title);
      if (missing)
        assert.ok(
          problem.errors?.some(({ field }) => field.includes(missing)),
          `names ${missing}`,
        );
    }
    for (const [field, value] of [
      ["what_to_expect", "  "],
      ["next_step", ""],
      ["next_update_by", inHours(-1)],
      ["assignee", 99_999_999],
    ]) {
      const told = { ...whole, [field]: value };
      const problem = await office.coordinator.change(422, "POST", ref, "replies", {
        body: "Hello",
        expectation: told,
      });
      assert.ok(
        problem.errors?.some((error) => error.field.includes(field)),
        `names ${field}`,
      );
    }
    assert.equal((await office.coordinator.ticket(ref)).clocks.first_reply.state, "running");
  });

  test("is signed with a name and tells who has it, what to expect, what is next and by when", async () => {
    const { ref, email, path } = await submitted();
    await triage(ref);
    const told = expectation(ours.assignee);
    const { ticket } = await office.coordinator.reply(ref, "We see it too, **thank you**.", told);
    const me = office.people.find((person) => person.email === desk.person("coordinator").mail);

    assert.equal(ticket.clocks.first_reply.state, "met");
    assert.equal(ticket.clocks.next_update.due, told.next_update_by);
    assert.deepEqual(ticket.expectation, {
      ...told,
      assignee: { id: ours.assignee.id, name: ours.assignee.name },
    });

    const mail = await mailbox.first(
      "the first reply",
      (one) => one.envelope.to.includes(email) && one.text.includes("We see it too"),
    );
    for (const part of [mail.text, mail.html.replaceAll("&#39;", "'")]) {
      for (const word of [me.name, ours.assignee.name, told.what_to_expect, told.next_step, path]) {
        assert.ok(part.includes(word), `the mail says: ${word}`);
      }
    }
    assert.equal(header(mail, "Auto-Submitted"), undefined, "a human's mail is not automatic");
    const page = await visit(desk.base, path);
    for (const word of ["We see it too", me.name, told.what_to_expect, told.next_step])
      assert.ok(page.text.includes(word), word);
  });

  test("is threaded: its own stable id, and References to the receipt", async () => {
    const { ref, email } = await submitted();
    await triage(ref);
    await office.coordinator.reply(ref, "First words.", expectation(ours.assignee));
    await office.coordinator.reply(ref, "Second words.");
    const second = await mailbox.first(
      "the second reply",
      (one) => one.envelope.to.includes(email) && one.text.includes("Second words"),
    );
    const [receipt, first] = mailbox.to(email);
    assert.equal(new Set([receipt.messageId, first.messageId, second.messageId]).size, 3);
    for (const mail of [first, second]) assert.ok(header(mail, "References").includes(receipt.messageId));
    assert.ok(header(second, "References").includes(first.messageId));
    assert.ok(header(second, "In-Reply-To"));
  });

  test("may be written by another than who has it; a next update outside their hours only warns", async () => {
    const { ref } = await submitted();
    await triage(ref);
    const { warnings } = await office.manager.reply(
      ref,
      "Hello.",
      expectation(ours.assignee, { next_update_by: nextSundayNight() }),
    );
    assert.ok(warnings.length > 0, "a Sunday night is nobody's hour");
  });

  test("stops the clock once: a second reply changes nothing of it", async () => {
    const { ref } = await submitted();
    await triage(ref);
    const { ticket: first } = await office.coordinator.reply(ref, "One.", expectation(ours.assignee));
    const { ticket: second } = await office.coordinator.reply(ref, "Two.");
    assert.deepEqual(second.clocks.first_reply, first.clocks.first_reply);
  });
});

function nextSundayNight() {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((7 - day.getUTCDay()) % 7 || 7));
  return `${day.toISOString().slice(0, 10)}T08:00:00Z`;
}
