// Mail leaves by SMTP: signed in, over TLS, again after a failure, once and with one id.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { nora, request } from "../world/cast.mjs";
import { makeCertificate } from "./support/certificate.mjs";
import { startDesk } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { visit } from "./support/form.mjs";
import { column } from "./support/ledger.mjs";
import { header, openMailbox } from "./support/mailbox.mjs";
import { until } from "./support/until.mjs";

const open = [];
after(async () => {
  for (const one of open.reverse()) await (one.stop ?? one.close).call(one);
});

async function deskWith(options, settings) {
  const mailbox = await openMailbox(options);
  const desk = await startDesk({ mailbox, settings });
  open.push(mailbox, desk);
  return { mailbox, desk, api: await desk.as(desk.person("coordinator")) };
}

const stateOf = (desk, email) =>
  column(desk.data, `select state from outbox where to_address = '${email}'`)[0];
const receiptOf = (mailbox, email, seconds) =>
  mailbox.first(`the receipt to ${email}`, (mail) => mail.envelope.to.includes(email), seconds);

describe("a server that asks for a password", { concurrency: true }, () => {
  const account = { user: "desk@brightwater.example", password: "p@ss:w/rd %41" };

  test("gets it over TLS, from a desk that checked who it is", async () => {
    const tls = makeCertificate();
    const { mailbox, api } = await deskWith(
      { ...account, tls, secureOnly: true },
      { PUNCTUAL_SMTP_CA_FILE: tls.file },
    );
    const email = "auth@harbour-bakery.example";
    await api.submit(request({ ...nora, email }));
    await receiptOf(mailbox, email);
    assert.ok(mailbox.sessions.authenticated > 0 && mailbox.sessions.plain === 0);
  });

  test("and is somebody else, gets neither password nor mail", async () => {
    const { mailbox, desk, api } = await deskWith(
      { ...account, tls: makeCertificate() },
      { PUNCTUAL_SMTP_TLS: "required" },
    );
    const email = "impostor@harbour-bakery.example";
    await api.submit(request({ ...nora, email }));
    await until("the first try", () => mailbox.sessions.connected > 0);
    await until("the mail to wait", () => stateOf(desk, email) === "waiting");
    assert.equal(mailbox.sessions.authenticated, 0);
    assert.equal(mailbox.mails.length, 0);
  });

  test("and has no TLS where that is required, gets neither password nor mail", async () => {
    const { mailbox, api } = await deskWith(account, { PUNCTUAL_SMTP_TLS: "required" });
    await api.submit(request({ ...nora, email: "open@harbour-bakery.example" }));
    await until("the first try", () => mailbox.sessions.connected > 0);
    assert.equal(mailbox.sessions.authenticated, 0);
    assert.equal(mailbox.mails.length, 0);
  });
});

test("on this machine signs in without TLS: the password leaves it not", async () => {
  const { mailbox, api } = await deskWith({ user: "desk", password: "p@ss:w/rd %41" });
  const email = "plain@harbour-bakery.example";
  await api.submit(request({ ...nora, email }));
  await receiptOf(mailbox, email);
  assert.ok(mailbox.sessions.authenticated > 0);
});

// The second try comes after half a minute, so these wait side by side.
describe("a server that says: later", { concurrency: true }, () => {
  test("is asked again, with the same message", async () => {
    const { mailbox, api } = await deskWith();
    const email = "later@harbour-bakery.example";
    const refused = mailbox.refuse({
      times: 1,
      code: 451,
      which: (mail) => mail.envelope.to.includes(email),
    });
    await api.submit(request({ ...nora, email }));
    const mail = await receiptOf(mailbox, email, 60);
    assert.equal(refused.length, 1);
    assert.deepEqual([...new Set([...refused, mail].map(({ messageId }) => messageId))], [mail.messageId]);
    assert.equal(mailbox.to(email).length, 1);
  });

  test("down while a request comes in, up again: the mail arrives and the client never waited", async () => {
    const { mailbox, api, desk } = await deskWith();
    await desk.stop();
    const { port } = mailbox;
    await mailbox.close();
    await desk.spawn().ready();
    const email = "patient@harbour-bakery.example";
    await api.submit(request({ ...nora, email }));
    const again = await openMailbox({ port });
    open.push(again);
    await receiptOf(again, email, 60);
  });

  test("to one mail holds up no other", async () => {
    const { mailbox, api } = await deskWith();
    mailbox.refuse({
      times: 1000,
      code: 451,
      which: (mail) => mail.envelope.to.includes("stuck@harbour-bakery.example"),
    });
    await api.submit(request({ ...nora, email: "stuck@harbour-bakery.example" }));
    await api.submit(request({ ...nora, email: "free@harbour-bakery.example" }));
    await receiptOf(mailbox, "free@harbour-bakery.example");
  });
});

test("a server that says: never, is not asked for ever, and holds up nothing", async () => {
  const { mailbox, api, desk } = await deskWith();
  const refused = mailbox.refuse({
    times: 1000,
    code: 550,
    which: (mail) => mail.envelope.to.includes("gone@harbour-bakery.example"),
  });
  await api.submit(request({ ...nora, email: "gone@harbour-bakery.example" }));
  await until("the refusal", () => refused.length > 0);
  await api.submit(request({ ...nora, email: "here@harbour-bakery.example" }));
  await receiptOf(mailbox, "here@harbour-bakery.example");
  assert.equal(refused.length, 1, "a 550 is an answer");
  await until("the mail to be given up", () => stateOf(desk, "gone@harbour-bakery.example") === "failed");
});

test("killed after the server took it, the mail goes again with the same id", async () => {
  const { mailbox, api, desk } = await deskWith();
  const ids = new Map();
  for (let round = 0; round < 5; round += 1) {
    const email = `killed.${round}@harbour-bakery.example`;
    await api.submit(request({ ...nora, email }));
    await receiptOf(mailbox, email);
    await desk.kill();
    await desk.spawn().ready();
    const last = `after.${round}@harbour-bakery.example`;
    await api.submit(request({ ...nora, email: last }));
    await receiptOf(mailbox, last);
    ids.set(email, new Set(mailbox.to(email).map(({ messageId }) => messageId)));
  }
  for (const [email, seen] of ids) assert.equal(seen.size, 1, `${email} got two different mails`);
});

test("no header carries what somebody typed into a line of its own", async () => {
  const { mailbox, api } = await deskWith();
  const email = "headers@harbour-bakery.example";
  await api.submit(
    request({
      ...nora,
      email,
      name: 'Ünï <b> "quoted", (x) ; =?utf-8?q?x?=',
      description: "Subject: injected\nBcc: all@elsewhere.example\n\nHello",
    }),
  );
  const mail = await receiptOf(mailbox, email);
  assert.deepEqual(mail.envelope.to, [email]);
  assert.equal(header(mail, "Bcc"), undefined);
  assert.deepEqual(
    mail.to.value.map(({ address }) => address),
    [email],
  );
  assert.ok(
    mail.raw
      .toString("latin1")
      .split("\r\n")
      .every((line) => line.length <= 998),
  );
  assert.ok(
    mail.raw.subarray(0, mail.raw.indexOf("\r\n\r\n")).every((byte) => byte < 0x80),
    "headers are ASCII",
  );
  assert.doesNotMatch(mail.raw.toString("latin1"), /[^\r]\n/, "no bare line feed");
});

describe("an estimate that left by SMTP", () => {
  test("is decided on by who got it: the page of outgoing mail does not show the link", async () => {
    const { mailbox, desk } = await deskWith();
    const office = await openOffice(desk);
    const { ref } = await office.coordinator.submit(
      request({ ...nora, name: "Victor Amaya", email: "victor@northgatedental.example" }),
    );
    const { pod, assignee } = office.pair();
    await office.coordinator.triage(ref, { tier: 3, pod: pod.id, assignee: assignee.id });
    const { as_of } = await office.member.ticket(ref);
    await office.coordinator.change(201, "POST", ref, "replies", {
      body: "This is our plan.",
      expectation: {
        assignee: assignee.id,
        what_to_expect: "A plan.",
        next_step: "You decide on it.",
        next_update_by: `${new Date(Date.parse(as_of) + 72 * 3600e3).toISOString().slice(0, 19)}Z`,
      },
      estimate: { plan: "We build it.", lines: [{ text: "Build it", kind: "", minutes: 6000 }] },
    });
    const sent = await mailbox.first("the estimate", ({ text }) => text.includes("/e/"));
    const link = sent.text.match(/\/e\/[\w-]+/)[0];
    assert.equal((await visit(desk.base, link)).status, 200);
    const { items } = await office.manager.get("/api/v1/outgoing-mail");
    const { id } = items.find(({ kind }) => kind === "estimate");
    const { text } = await office.manager.call("GET", `/api/v1/outgoing-mail/${id}`);
    assert.ok(!text.includes(link.split("-").at(-1)));
    assert.match(text, /\/e\/only-in-the-mail/);
  });
});
