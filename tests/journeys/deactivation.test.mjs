// Somebody leaves: what they had goes to others in one go, and what they may do ends with the next request.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { expectation, nora, request } from "../world/cast.mjs";
import { startDesk, verb } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { post } from "./support/form.mjs";
import { checkLedger, column } from "./support/ledger.mjs";
import { openMailbox } from "./support/mailbox.mjs";
import { accountOf, goIn, linkIn } from "./support/people.mjs";

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

let count = 0;
/** A member who came in by an invitation and has `tickets` open ones. */
async function member({ tickets = 0, role = "member" } = {}) {
  count += 1;
  const email = `leaver${count}@quillmoor.example`;
  const account = await office.manager.expect(201, "POST", "/api/v1/people", {
    json: { name: `Leaver ${count}`, email, role },
  });
  const mail = await mailbox
    .first("the invitation", () => mailbox.to(email).length === 1)
    .then(() => mailbox.to(email)[0]);
  const session = await goIn(desk.base, linkIn(desk.base, mail.text));
  const refs = [];
  for (let i = 0; i < tickets; i += 1) {
    const { ref } = await office.coordinator.submit(request(nora));
    await office.coordinator.triage(ref, { tier: 2, pod: office.pods[0].id, assignee: account.id });
    refs.push(ref);
  }
  return { ...account, email, session, refs };
}
const deactivate = (api, id, json = {}) => api.call("POST", `/api/v1/people/${id}/deactivation`, { json });
const assigneeOf = async (ref) => (await office.manager.ticket(ref)).assignee;

describe("deactivating a person", () => {
  test("hands every open ticket over, each with its entry, and ends all they may do", async () => {
    const leaver = await member({ tickets: 3 });
    const token = await desk.as({ mail: leaver.email });
    const [first] = leaver.refs;
    await token.reply(first, "I have it.", expectation({ id: leaver.id }));
    await token.resolve(leaver.refs[2], "Done.");
    const heir = office.pair().assignee;

    const unsaid = await deactivate(office.manager, leaver.id);
    assert.equal(unsaid.status, 409);
    assert.equal(unsaid.json.type, "/problems/needs-hand-over");
    await leaver.session.get("/api/v1/session");

    const done = await deactivate(office.manager, leaver.id, { hand_over_to: heir.id });
    assert.equal(done.status, 200, done.text);
    assert.deepEqual([done.json.state, done.json.open_tickets], ["deactivated", 0]);
    assert.equal((await leaver.session.call("GET", "/api/v1/session")).status, 401);
    assert.equal((await token.call("GET", "/api/v1/tickets")).status, 401);
    for (const ref of leaver.refs.slice(0, 2)) {
      const ticket = await office.manager.ticket(ref);
      assert.equal(ticket.assignee.id, heir.id);
      assert.equal(ticket.tier, 2, "only the assignee changed");
      const last = ticket.timeline.at(-1);
      assert.deepEqual(
        [last.type, last.by.name, last.assignee.id],
        ["triaged", desk.person("manager").name, heir.id],
      );
    }
    const resolved = await office.manager.ticket(leaver.refs[2]);
    assert.equal(resolved.assignee.name, leaver.name, "what is done keeps its name");
    const told = (await office.manager.ticket(first)).timeline.find(({ type }) => type === "replied");
    assert.equal(told.by.name, leaver.name);
  });

  test("or leaves them to the coordinators", async () => {
    const leaver = await member({ tickets: 2 });
    const { unassigned } = await office.manager.get("/api/v1/ticket-counts");
    assert.equal((await deactivate(office.manager, leaver.id, { unassign: true })).status, 200);
    for (const ref of leaver.refs) assert.equal(await assigneeOf(ref), null);
    assert.equal((await office.manager.get("/api/v1/ticket-counts")).unassigned, unassigned + 2);
    const { items } = await office.manager.get("/api/v1/tickets?assignee=none&limit=200");
    for (const ref of leaver.refs) assert.ok(items.some((one) => one.ref === ref));
    await office.coordinator.triage(leaver.refs[0], {
      tier: 3,
      pod: office.pods[0].id,
      assignee: office.pair().assignee.id,
    });
  });

  test("all of it or nothing", async () => {
    const leaver = await member({ tickets: 2 });
    const gone = await member();
    await deactivate(office.manager, gone.id);
    for (const json of [
      { hand_over_to: gone.id },
      { hand_over_to: leaver.id },
      { hand_over_to: 999_999 },
      { hand_over_to: gone.id, unassign: true },
      { hand_over_to: "Wren" },
    ]) {
      const reply = await deactivate(office.manager, leaver.id, json);
      assert.equal(reply.status, 422, reply.text);
      assert.equal(reply.json.errors[0].field, "hand_over_to");
    }
    for (const ref of leaver.refs) assert.equal((await assigneeOf(ref)).id, leaver.id);
    await leaver.session.get("/api/v1/session");
  });

  test("they are offered no more work, cannot sign in and ask for no password", async () => {
    const leaver = await member();
    await deactivate(office.manager, leaver.id);
    const { ref } = await office.coordinator.submit(request(nora));
    const triage = await office.coordinator.call("PUT", `/api/v1/tickets/${ref}/triage`, {
      json: { tier: 2, pod: office.pods[0].id, assignee: leaver.id },
      headers: { "if-match": '"1"' },
    });
    assert.equal(triage.status, 422);
    const { items } = await office.manager.get("/api/v1/people");
    assert.equal(items.find(({ id }) => id === leaver.id).active, false);
    await post(desk.base, "/password", { email: leaver.email });
    const other = desk.person("coordinator", 1).mail;
    await post(desk.base, "/password", { email: other });
    await mailbox.first("another's link", () =>
      mailbox.to(other).some(({ subject }) => /^A new password/.test(subject)),
    );
    assert.equal(mailbox.to(leaver.email).length, 1, "the invitation alone");
    const twice = await deactivate(office.manager, leaver.id);
    assert.match(twice.json.detail, /deactivated already/);
  });

  test("a new invitation brings them back", async () => {
    const leaver = await member();
    await deactivate(office.manager, leaver.id);
    const back = await office.manager.expect(200, "POST", `/api/v1/people/${leaver.id}/invitation`);
    assert.equal(back.state, "invited");
    await mailbox.first("the second invitation", () => mailbox.to(leaver.email).length === 2);
    await goIn(desk.base, linkIn(desk.base, mailbox.to(leaver.email)[1].text), "another good password");
    assert.equal((await accountOf(office.manager, leaver.email)).state, "active");
    assert.equal(
      (await leaver.session.call("GET", "/api/v1/session")).status,
      401,
      "the old session stays ended",
    );
  });

  test("nobody does it to themselves", async () => {
    const self = await accountOf(office.manager, desk.person("manager").mail);
    const reply = await deactivate(office.manager, self.id, { unassign: true });
    assert.equal(reply.status, 409);
    assert.match(reply.json.detail, /Nobody does this to themselves/);
  });

  test("two managers at each other at once: one stays", async () => {
    const [one, other] = [await member({ role: "manager" }), await member({ role: "manager" })];
    const replies = await Promise.all([deactivate(one.session, other.id), deactivate(other.session, one.id)]);
    assert.deepEqual(replies.map(({ status }) => status).filter((status) => status === 200).length, 1);
    const lost = replies.find(({ status }) => status !== 200);
    assert.ok([401, 403].includes(lost.status), `${lost.status}`);
  });
});

describe("another role", () => {
  test("counts from the next request on, and ends the sessions that began under the old one", async () => {
    const person = await member();
    const token = await desk.as({ mail: person.email });
    assert.equal((await token.call("GET", "/api/v1/accounts")).status, 403);
    const changed = await office.manager.expect(200, "PUT", `/api/v1/people/${person.id}/role`, {
      json: { role: "manager" },
    });
    assert.equal(changed.role, "manager");
    assert.equal((await person.session.call("GET", "/api/v1/session")).status, 401);
    await token.get("/api/v1/accounts");
    await office.manager.expect(200, "PUT", `/api/v1/people/${person.id}/role`, { json: { role: "member" } });
    assert.equal((await token.call("GET", "/api/v1/accounts")).status, 403);
  });

  test("is one of the three, and never one's own", async () => {
    const person = await member();
    const wrong = await office.manager.call("PUT", `/api/v1/people/${person.id}/role`, {
      json: { role: "boss" },
    });
    assert.equal(wrong.status, 422);
    const self = await accountOf(office.manager, desk.person("manager").mail);
    const own = await office.manager.call("PUT", `/api/v1/people/${self.id}/role`, {
      json: { role: "member" },
    });
    assert.equal(own.status, 409);
  });
});

describe("punctual person deactivate", () => {
  const run = (...args) => verb("person", "deactivate", "--data", desk.data, ...args);

  test("names the open tickets first, then hands them over", async () => {
    const leaver = await member({ tickets: 2 });
    const asked = await run("--mail", leaver.email);
    assert.notEqual(asked.status, 0);
    assert.match(
      asked.err,
      /has 2 open tickets: P-\d+, P-\d+; say who takes them over with --hand-over-to MAIL, or --unassign/,
    );
    for (const ref of leaver.refs) assert.ok(asked.err.includes(ref));
    const heir = office.pair().assignee;
    const done = await run("--mail", leaver.email, "--hand-over-to", heir.email);
    assert.equal(done.status, 0, done.err);
    assert.match(done.out, /is deactivated; 2 open tickets handed over/);
    for (const ref of leaver.refs) assert.equal((await assigneeOf(ref)).id, heir.id);
    assert.equal((await leaver.session.call("GET", "/api/v1/session")).status, 401);
  });

  test("never takes the last manager who can sign in", async () => {
    const other = await startDesk();
    try {
      const [one, two] = [other.person("manager", 0), other.person("manager", 1)];
      const go = (who) =>
        verb("person", "deactivate", "--data", other.data, "--mail", who.mail, "--unassign");
      assert.equal((await go(one)).status, 0);
      const last = await go(two);
      assert.notEqual(last.status, 0);
      assert.match(last.err, /is the last manager who can sign in; invite another first/);
    } finally {
      await other.stop();
    }
  });

  test("names nobody it does not know", async () => {
    const { status, err } = await run("--mail", "nobody@elsewhere.example");
    assert.notEqual(status, 0);
    assert.match(
      err,
      /nobody has the address nobody@elsewhere.example; punctual person list names everybody/,
    );
  });
});

test("punctual person list names everybody, how they stand and what they have", async () => {
  const leaver = await member({ tickets: 1 });
  const { out } = await verb("person", "list", "--data", desk.data);
  assert.match(out, new RegExp(`^${leaver.email}  ${leaver.name}  member  active  1 open ticket$`, "m"));
  assert.match(out, / {2}deactivated {2}/);
});

test("all of it is in the journal, chained, and rows agree", async () => {
  await desk.stop();
  assert.ok(checkLedger(desk.data) > 0);
  const types = new Set(column(desk.data, "select type from journal where subject = 'person'"));
  for (const type of ["invited", "password_set", "deactivated", "role_changed"])
    assert.ok(types.has(type), type);
  const { status, out } = await verb("verify", "--data", desk.data);
  assert.equal(status, 0, out);
});
