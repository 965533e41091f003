// More than 30 days after the resolution an answer opens a linked request; nothing typed is lost.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { nora, request } from "../world/cast.mjs";
import { startDesk, verb } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { post, replyOnPage, visit } from "./support/form.mjs";
import { hourOfDesk } from "./support/hour.mjs";
import { openMailbox } from "./support/mailbox.mjs";

const month = 31 * 86_400;
const later = {
  LD_PRELOAD: "/usr/$LIB/faketime/libfaketimeMT.so.1",
  FAKETIME: `+${Number.parseInt(hourOfDesk.FAKETIME ?? "0", 10) + month}s`,
  FAKETIME_DONT_FAKE_MONOTONIC: "1",
};

// A sanitized binary does not start under a moved clock.
const skip = process.env.PUNCTUAL_SLOW ? "the clock cannot be moved under a sanitizer" : false;

let mailbox;
let desk;
let office;
let old;
before(async () => {
  if (skip) return;
  mailbox = await openMailbox();
  desk = await startDesk({ mailbox });
  office = await openOffice(desk);
  const { ref, url } = await office.coordinator.submit(request(nora));
  const { pod, assignee } = office.pair();
  await office.coordinator.triage(ref, { tier: 2, pod: pod.id, assignee: assignee.id });
  await office.coordinator.resolve(ref, "The payment account works again.");
  old = { ref, path: new URL(url).pathname };
  const { data } = desk;
  await desk.stop();
  desk = await startDesk({ mailbox, data, demo: false, settings: later });
  for (const role of ["coordinator", "member", "manager"]) office[role].base = desk.base;
});
after(async () => {
  await desk?.stop();
  await mailbox?.close();
});

describe("a late answer", { skip }, () => {
  let follower;

  test("is announced before it is sent", async () => {
    const page = await visit(desk.base, old.path);
    assert.match(page.text, /opens a new request that knows this one/);
    assert.match(page.text, /Send as a new request/);
  });

  test("opens a linked request of the same contact and leads there", async () => {
    const sent = await replyOnPage(desk.base, old.path, "The checkout fails **again**.", {
      files: [{ name: "again.txt", bytes: "card declined" }],
    });
    assert.equal(sent.status, 303, sent.text);
    const path = new URL(sent.location, desk.base).pathname;
    assert.notEqual(path, old.path);
    const page = await visit(desk.base, path);
    assert.match(page.text, /Thank you, we have it/);
    assert.match(page.text, /The checkout fails again/);
    const ticket = await office.coordinator.ticket(`P-${path.match(/^\/r\/(\d+)-/)[1]}`);
    follower = { ref: ticket.ref, path };
    assert.equal(ticket.status, "new");
    assert.equal(ticket.contact.email, nora.email);
    assert.equal(ticket.site, nora.site);
    assert.equal(ticket.description, "The checkout fails **again**.");
    assert.equal(ticket.timeline[0].attachments[0].name, "again.txt");
    assert.deepEqual(ticket.links, [
      {
        relation: "follows",
        ticket: { ref: old.ref, summary: ticket.links[0].ticket.summary, status: "resolved" },
      },
    ]);
    await mailbox.first(
      "the receipt",
      (mail) => mail.envelope.to.includes(nora.email) && mail.subject.includes(ticket.ref),
    );
  });

  test("leaves the old one resolved, and its page leads on", async () => {
    const ticket = await office.coordinator.ticket(old.ref);
    assert.equal(ticket.status, "resolved");
    assert.equal(ticket.links[0].relation, "followed_by");
    assert.equal(ticket.links[0].ticket.ref, follower.ref);
    const page = await visit(desk.base, old.path);
    assert.ok(page.links.some(({ href }) => href === follower.path));
    assert.ok(!page.forms.some(({ action }) => action.endsWith("/replies")));
  });

  test("written once more on the old page reaches the follower", async () => {
    const sent = await post(desk.base, `${old.path}/replies`, { nonce: "", body: "One more thing." });
    assert.equal(sent.status, 303, sent.text);
    const ticket = await office.coordinator.ticket(follower.ref);
    assert.ok(ticket.timeline.some(({ body }) => body === "One more thing."));
  });

  test("stays linked: that is not taken back", async () => {
    const problem = await office.coordinator.change(409, "DELETE", old.ref, `links/${follower.ref}`);
    assert.match(problem.detail, /cannot be taken back/);
  });

  test("leaves every row as its journal folds", async () => {
    await desk.stop();
    const { status, out, err } = await verb("verify", "--data", desk.data);
    assert.equal(status, 0, out + err);
  });
});
