// What must not be read is gone: from answers, pages and mails, and from the bytes on disk. The chain stands.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { expectation, nora, request, siobhan, typed } from "../world/cast.mjs";
import { startDesk, temporaryFolder, verb } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { post, replyOnPage, submitByForm, visit } from "./support/form.mjs";

let desk;
let office;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
});
after(() => desk?.stop());

/** Everything the desk keeps, as bytes. */
function bytes(folder = desk.data) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), "latin1"))
    .join("\n");
}

const redact = (status, ref, seq, reason = "A password was pasted.") =>
  office.coordinator.change(status, "POST", ref, "redactions", { seq, reason });

describe("a message", () => {
  test("leaves nothing of its words and files, and the chain stands", async () => {
    const { ref, url } = await office.coordinator.submit(request(nora));
    const page = new URL(url).pathname;
    await replyOnPage(desk.base, page, "The password is Canary-7gh2Q.", {
      files: [{ name: "canary-file.txt", bytes: "Canary-in-a-file-9kq" }],
    });
    await office.coordinator.note(ref, "Noted Canary-7gh2Q as well.");
    assert.ok(bytes().includes("Canary-7gh2Q"));
    assert.ok(bytes().includes("Canary-in-a-file-9kq"));
    const before = (await office.manager.get(`/api/v1/tickets/${ref}/journal`)).items;
    const { ticket } = await redact(201, ref, 2);
    const line = ticket.timeline.find(({ seq }) => seq === 2);
    assert.equal(line.redacted, true);
    assert.equal(line.body, "[redacted]");
    assert.equal(line.attachments, undefined);
    assert.deepEqual(
      ticket.timeline.filter(({ type }) => type === "redacted").map(({ reason, seqs }) => ({ reason, seqs })),
      [{ reason: "A password was pasted.", seqs: [2] }],
    );
    await redact(201, ref, 3);
    for (const canary of ["Canary-7gh2Q", "Canary-in-a-file-9kq", "canary-file.txt"])
      assert.ok(!bytes().includes(canary), canary);
    const { items } = await office.manager.get(`/api/v1/tickets/${ref}/journal`);
    assert.equal(items[1].data, null);
    assert.deepEqual(
      items.slice(0, before.length).map(({ hash }) => hash),
      before.map(({ hash }) => hash),
    );
    const shown = await visit(desk.base, page);
    assert.ok(shown.text.includes("[redacted]") && !shown.text.includes("Canary"));
    assert.ok(!shown.links.some(({ href }) => href?.includes("/attachments/")));
  });

  test("that is the request leaves row, queue and mails without its words", async () => {
    const { ref } = await office.coordinator.submit(
      request({ ...siobhan, description: "Canary-of-the-request 4711" }),
    );
    await redact(201, ref, 1);
    const { items } = await office.coordinator.get(`/api/v1/tickets?q=${ref}`);
    assert.equal(items[0].summary, "[redacted]");
    const mails = await office.manager.get("/api/v1/outgoing-mail");
    for (const { id } of mails.items.filter(({ subject }) => subject.includes(ref)))
      assert.ok(!JSON.stringify(await office.manager.get(`/api/v1/outgoing-mail/${id}`)).includes("Canary"));
    assert.ok(!bytes().includes("Canary-of-the-request"));
  });

  test("is refused without a reason, without words, and twice", async () => {
    const { ref } = await office.coordinator.submit(request(nora));
    for (const [seq, reason, field] of [
      [1, "  ", "reason"],
      [99, "Why not", "seq"],
    ]) {
      const problem = await redact(422, ref, seq, reason);
      assert.equal(problem.errors[0].field, field);
    }
    await redact(201, ref, 1);
    assert.equal((await redact(422, ref, 1)).errors[0].field, "seq");
    await office.member.change(403, "POST", ref, "redactions", { seq: 1, reason: "May I?" });
  });
});

describe("a person", () => {
  const person = {
    ...nora,
    name: "Quirina Vandersloot",
    email: "quirina.vandersloot@harbour-bakery.example",
    company: "Vandersloot & Co",
  };
  const traces = ["Quirina", "quirina", "Vandersloot", "vandersloot", "Canary-by-her", "Canary-noted"];
  let first;
  let second;

  test("is redacted over all their tickets by a manager alone", async () => {
    first = await office.coordinator.submit(request({ ...person, description: "Canary-by-her one" }));
    second = await office.coordinator.submit(request({ ...person, description: "Canary-by-her two" }));
    const { pod, assignee } = office.pair();
    await office.coordinator.triage(first.ref, { tier: 2, pod: pod.id, assignee: assignee.id });
    await office.coordinator.reply(first.ref, "We are on it.", expectation(assignee));
    await replyOnPage(desk.base, new URL(first.url).pathname, "Canary-by-her three");
    await office.coordinator.note(first.ref, "Canary-noted: a word about her.");
    await redact(201, first.ref, 5); // before: what it left behind must go with the rest
    await redact(201, second.ref, 1);
    const part = "contact/redaction";
    await office.coordinator.change(403, "PUT", first.ref, part, { reason: "She asked." });
    assert.equal(
      (await office.manager.change(422, "PUT", first.ref, part, { reason: "" })).errors[0].field,
      "reason",
    );
    const { ticket } = await office.manager.change(200, "PUT", first.ref, part, { reason: "She asked." });
    assert.equal(ticket.contact.name, "[redacted]");
    assert.equal(ticket.contact.email, "");
    assert.equal(ticket.status, "open");
    assert.ok(
      ticket.timeline.some(({ body }) => body === "We are on it."),
      "the desk's own words stay",
    );
    assert.equal((await office.manager.ticket(second.ref)).contact.name, "[redacted]");
  });

  test("is in no byte of the data folder, and no page of theirs opens", async () => {
    for (const trace of traces) assert.ok(!bytes().includes(trace), trace);
    for (const { url } of [first, second])
      assert.equal((await visit(desk.base, new URL(url).pathname)).status, 404);
    for (const search of ["quirina", "vandersloot"])
      assert.deepEqual((await office.coordinator.get(`/api/v1/tickets?q=${search}`)).items, []);
  });

  test("is told nothing any more, and is new when they write again", async () => {
    await office.coordinator.reply(first.ref, "A last word.");
    const mails = await office.manager.get("/api/v1/outgoing-mail");
    assert.ok(!mails.items.some(({ subject, kind }) => subject.includes(first.ref) && kind === "reply"));
    const again = await office.coordinator.submit(request(person));
    assert.equal((await office.manager.ticket(again.ref)).contact.name, person.name);
  });
});

describe("a person others copied in", () => {
  const copied = { ...nora, name: "Ylva Sandqvist", email: "ylva.sandqvist@harbour-bakery.example" };

  test("leaves their tickets and mails too, and is written to no more", async () => {
    const own = await office.coordinator.submit(request({ ...copied, description: "Mine." }));
    const page = await submitByForm(
      desk.base,
      typed(siobhan, { cc: `${copied.email.toUpperCase()}, ${nora.email}` }),
    );
    const ref = `P-${page.match(/\/r\/(\d+)-/)[1]}`;
    const { pod, assignee } = office.pair();
    await office.coordinator.triage(ref, { tier: 2, pod: pod.id, assignee: assignee.id });
    await office.coordinator.reply(ref, "We are on it.", expectation(assignee));
    const reach = await office.manager.get(`/api/v1/tickets/${own.ref}/contact/redaction`);
    assert.deepEqual(reach, { verified: true, tickets: 1, others: 1 });
    await office.manager.change(200, "PUT", own.ref, "contact/redaction", { reason: "She asked." });
    const ticket = await office.manager.ticket(ref);
    assert.deepEqual(ticket.cc, [nora.email]);
    assert.equal(ticket.contact.email, siobhan.email, "the colleague's own words stay");
    await office.coordinator.reply(ref, "A second answer.");
    assert.doesNotMatch(bytes(), /ylva/i);
  });
});

describe("a person whose ticket came by the open form", () => {
  test("is redacted there alone, unless a manager knows that it is theirs", async () => {
    const known = { ...nora, name: "Ingrid Wahl", email: "ingrid.wahl@harbour-bakery.example" };
    const verified = await office.coordinator.submit(request({ ...known, description: "By phone." }));
    const form = async () => {
      const page = await submitByForm(desk.base, typed({ ...known, description: "Please forget me." }));
      return `P-${page.match(/\/r\/(\d+)-/)[1]}`;
    };
    const [one, other] = [await form(), await form()];
    const reach = await office.manager.get(`/api/v1/tickets/${one}/contact/redaction`);
    assert.deepEqual(reach, { verified: false, tickets: 3, others: 0 });
    await office.coordinator.expect(403, "GET", `/api/v1/tickets/${one}/contact/redaction`);
    const redactContact = (ref, body) => office.manager.change(200, "PUT", ref, "contact/redaction", body);
    await redactContact(one, { reason: "By the form." });
    assert.equal((await office.manager.ticket(one)).contact.email, "");
    assert.equal((await office.manager.ticket(verified.ref)).contact.email, known.email);
    await redactContact(other, { reason: "She called.", everywhere: true });
    assert.equal((await office.manager.ticket(verified.ref)).contact.email, "");
    assert.ok(!bytes().includes("ingrid.wahl"));
  });
});

test("what is kept of a request's words to know it again tells nobody without the desk's key", async () => {
  const body = JSON.stringify(request({ ...nora, description: "guessable" }));
  const path = "/api/v1/tickets";
  const headers = { "content-type": "application/json", "idempotency-key": "hash-of-guessable-words" };
  await office.coordinator.expect(201, "POST", path, { body, headers });
  const { url } = await office.coordinator.submit(request(nora));
  const page = new URL(url).pathname;
  const nonce = "a-nonce-of-this-test";
  assert.equal((await post(desk.base, `${page}/replies`, { nonce, body: "guessable" })).status, 303);
  const kept = bytes();
  assert.ok(kept.includes("hash-of-guessable-words") && kept.includes(nonce));
  for (const text of [`${path}\n${body}`, `${page}\n4:body\n9:guessable`]) {
    const digest = createHash("sha256").update(text).digest();
    assert.ok(!kept.includes(digest.toString("latin1")));
    assert.ok(!kept.includes(digest.toString("hex")));
  }
});

test("a redacted desk verifies, runs on and is backed up", async () => {
  const to = path.join(temporaryFolder(), "backup");
  assert.equal((await verb("backup", "--data", desk.data, to)).status, 0);
  assert.ok(existsSync(path.join(to, "desk.sqlite")));
  assert.ok(!bytes(to).includes("Canary"));
  for (const folder of [desk.data, to]) {
    const { status, out, err } = await verb("verify", "--data", folder);
    assert.equal(status, 0, out + err);
  }
});
