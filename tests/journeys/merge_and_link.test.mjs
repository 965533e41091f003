// Two tickets: linked, merged; who is told, who may read on, and what stops being judged. Spam beside it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { expectation, nora, request, siobhan, typed } from "../world/cast.mjs";
import { startDesk, verb } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { post, replyOnPage, submitByForm, visit } from "./support/form.mjs";
import { openMailbox } from "./support/mailbox.mjs";

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

async function submit(person, description) {
  const { ref, url } = await office.coordinator.submit(request({ ...person, description }));
  return { ref, path: new URL(url).pathname };
}

/** By the open form: whoever sent it holds its link, whatever address was typed. */
async function submitOpenly(person, description) {
  const path = await submitByForm(desk.base, typed({ ...person, description }));
  return { ref: `P-${path.match(/^\/r\/(\d+)-/)[1]}`, path };
}

const types = ({ timeline }) => timeline.map(({ type }) => type);
const merge = (status, ref, into) =>
  office.coordinator.change(status, "PUT", ref, "merged-into", { ticket: into });

describe("linking", () => {
  test("stands on both sides, once, and is taken back on both", async () => {
    const one = await submit(nora, "The first.");
    const other = await submit(siobhan, "The second.");
    const linked = await office.member.change(200, "PUT", one.ref, `links/${other.ref}`);
    assert.deepEqual(linked.ticket.links, [
      { relation: "related", ticket: { ref: other.ref, summary: "The second.", status: "new" } },
    ]);
    const again = await office.member.change(200, "PUT", one.ref, `links/${other.ref}`);
    assert.equal(again.ticket.version, linked.ticket.version);
    const there = await office.member.ticket(other.ref);
    assert.equal(there.links[0].ticket.ref, one.ref);
    assert.deepEqual(types(there), ["submitted", "linked"]);
    const freed = await office.member.change(200, "DELETE", other.ref, `links/${one.ref}`);
    assert.deepEqual(freed.ticket.links, []);
    assert.deepEqual((await office.member.ticket(one.ref)).links, []);
    assert.ok(!(await visit(desk.base, one.path)).text.includes("The second."));
  });

  test("needs another ticket that there is", async () => {
    const { ref } = await submit(nora, "Alone.");
    for (const other of [ref, "P-999999"]) {
      const problem = await office.member.change(422, "PUT", ref, `links/${other}`);
      assert.equal(problem.errors[0].field, "ticket");
    }
    await office.member.change(404, "PUT", ref, "links/nonsense");
  });
});

describe("merging", () => {
  test("is refused where the two cannot be one, each with what to do", async () => {
    const one = await submit(nora, "One.");
    const foreign = await submit(siobhan, "Another client's.");
    const spam = await submit(nora, "Spam.");
    await office.coordinator.change(200, "PUT", spam.ref, "spam");
    for (const [into, words] of [
      [one.ref, /into itself/],
      [foreign.ref, /different clients/],
      [spam.ref, /spam/],
      ["P-999999", /No ticket/],
      ["nonsense", /reference/],
    ]) {
      const problem = await merge(422, one.ref, into);
      assert.equal(problem.errors[0].field, "ticket");
      assert.match(problem.errors[0].detail, words);
    }
    assert.equal((await office.coordinator.ticket(one.ref)).status, "new");
  });

  test("ends the one and brings its conversation into the other", async () => {
    const target = await submit(nora, "The checkout is broken.");
    const source = await submit(nora, "It is still broken, the basket as well.");
    await office.coordinator.note(source.ref, "canary of the source");
    const { ticket: ended } = await merge(200, source.ref, target.ref);
    assert.equal(ended.status, "merged");
    assert.equal(ended.merged_into.ref, target.ref);
    assert.equal(ended.next_due, null);
    for (const clock of [ended.clocks.first_reply, ended.clocks.resolution].filter(Boolean))
      assert.equal(clock.state, "cancelled");
    assert.ok(!ended.allowed.includes("reply"));
    const ticket = await office.coordinator.ticket(target.ref);
    assert.deepEqual(
      ticket.merged.map(({ ref }) => ref),
      [source.ref],
    );
    const brought = ticket.timeline.filter(({ ticket: of }) => of === source.ref);
    assert.deepEqual(
      brought.map(({ body }) => body),
      ["It is still broken, the basket as well.", "canary of the source"],
    );
    assert.deepEqual(
      brought.map(({ by }) => by.name),
      [nora.name, desk.person("coordinator").name],
    );
    assert.ok(types(ticket).includes("absorbed"));

    // Nora's links went to her address alone: each page may show the other.
    const page = await visit(desk.base, target.path);
    assert.ok(page.text.includes("the basket as well"));
    assert.ok(!page.html.includes("canary"));
    const left = await visit(desk.base, source.path);
    assert.ok(left.links.some(({ href }) => href === target.path));
    const mail = await mailbox.first(
      "where it goes on",
      (one) => one.envelope.to.includes(nora.email) && one.text.includes(`goes on in ${target.ref}`),
    );
    assert.ok(mail.text.includes(target.path));

    await merge(409, source.ref, target.ref);
    const { errors } = await merge(422, (await submit(nora, "A third.")).ref, source.ref);
    assert.match(errors[0].detail, /merged into another itself/);
  });

  test("of a known sender's into one of the open form is asked twice: its page would show the answers", async () => {
    const known = await submit(nora, "By phone.");
    const form = await submitOpenly(nora, "By whoever knows her address.");
    const { errors } = await merge(422, known.ref, form.ref);
    assert.equal(errors[0].field, "into_open_form");
    assert.match(errors[0].detail, /open form.*Merge it into this one instead/);
    await office.coordinator.change(422, "PUT", known.ref, "merged-into", {
      ticket: form.ref,
      into_open_form: false,
    });
    assert.equal((await office.coordinator.ticket(known.ref)).status, "new");
    const { ticket } = await office.coordinator.change(200, "PUT", known.ref, "merged-into", {
      ticket: form.ref,
      into_open_form: true,
    });
    assert.equal(ticket.merged_into.ref, form.ref);
    await merge(200, (await submitOpenly(nora, "Another.")).ref, (await submit(nora, "The other way.")).ref);
  });

  test("takes what is written on the old page to the other", async () => {
    const target = await submitOpenly(nora, "Broken.");
    const source = await submitOpenly(nora, "Broken, too.");
    await merge(200, source.ref, target.ref);
    const page = await visit(desk.base, source.path);
    assert.match(page.text, /goes on in P-\d+/);
    assert.ok(!page.html.includes(target.path), "who typed an address is not shown what belongs to it");
    const sent = await replyOnPage(desk.base, source.path, "Are you there?", {
      files: [{ name: "basket.txt", bytes: "empty" }],
    });
    assert.equal(sent.status, 303, sent.text);
    const ticket = await office.coordinator.ticket(target.ref);
    const message = ticket.timeline.find(({ body }) => body === "Are you there?");
    assert.equal(message.by.name, nora.name);
    const own = await visit(desk.base, source.path);
    assert.ok(own.text.includes("Are you there?"));
    const file = own.links.find(({ href }) => href?.includes("/attachments/"));
    assert.equal((await visit(desk.base, file.href)).status, 200);
    const other = await visit(desk.base, target.path);
    assert.ok(!other.text.includes("Are you there?"));
    const number = file.href.match(/\d+$/)[0];
    assert.equal((await visit(desk.base, `${target.path}/attachments/${number}`)).status, 404);
  });

  test("owes the answer the other was waiting for", async () => {
    const { pod, assignee } = office.pair();
    const target = await submit(nora, "First.");
    await office.coordinator.triage(target.ref, { tier: 2, pod: pod.id, assignee: assignee.id });
    await office.coordinator.reply(target.ref, "We are on it.", expectation(assignee));
    await office.coordinator.change(200, "PUT", target.ref, "waiting");
    const source = await submit(nora, "Second.");
    await merge(200, source.ref, target.ref);
    const ticket = await office.coordinator.ticket(target.ref);
    assert.equal(ticket.status, "open");
    const active = await submit(nora, "Third.");
    await office.coordinator.resolve(target.ref, "Done.");
    const { errors } = await merge(422, active.ref, target.ref);
    assert.match(errors[0].detail, /resolved and this one is not; reopen it first/);
  });
});

describe("spam", () => {
  test("teaches nobody: no mail, no clock, nothing counted, nobody in the directory", async () => {
    const spammer = { ...nora, email: "offers@spam.example", name: "Cheap Offers", company: "Offers" };
    const { ref, path } = await submitOpenly(spammer, "Buy now!");
    await mailbox.first("the receipt", (mail) => mail.envelope.to.includes(spammer.email));
    const { ticket } = await office.coordinator.change(200, "PUT", ref, "spam");
    for (const clock of [ticket.clocks.first_reply, ticket.clocks.resolution].filter(Boolean))
      assert.equal(clock.state, "cancelled");
    const clocks = await office.coordinator.get(`/api/v1/tickets/${ref}/clocks`);
    assert.equal(clocks.goal.state, "cancelled");
    assert.ok(!JSON.stringify(await office.coordinator.get("/api/v1/clients")).includes("spam.example"));
    const sent = await post(desk.base, `${path}/replies`, { nonce: "", body: "Buy more!" });
    assert.equal(sent.status, 422);
    assert.equal(mailbox.to(spammer.email).length, 1);
  });
});

test("every row is as its journal folds", async () => {
  const { status, out, err } = await verb("verify", "--data", desk.data);
  assert.equal(status, 0, out + err);
});
