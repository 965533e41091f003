// A request that is more than the agreement covers: planned, declined, planned anew, approved, and worked past what was
// approved. The client decides on a page behind a link of their own; nothing is charged before.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { request } from "../world/cast.mjs";
import { startDesk, verb } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { post, visit } from "./support/form.mjs";
import { checkLedger } from "./support/ledger.mjs";

// Northgate Dental: a block of 20 hours and 5 more, nothing beyond it without asking; Colleen approves, Victor does not.
const victor = {
  name: "Victor Amaya",
  email: "victor@northgatedental.example",
  site: "https://northgatedental.example",
  live: "yes",
  impact: "low_impact",
  description: "We would like patients to choose their dentist when they book.",
};

let desk;
let office;
let ref;
/** Minutes of the allowance that are left. */
let covered;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  ({ ref } = await office.coordinator.submit(request(victor)));
  const { pod, assignee } = office.pair();
  await office.coordinator.triage(ref, { tier: 3, pod: pod.id, assignee: assignee.id });
  const { id } = office.clients.find(({ name }) => name === "Northgate Dental");
  covered = (await office.member.get(`/api/v1/clients/${id}/balance`)).balance.left;
});
after(() => desk?.stop());

const estimates = async () => (await office.member.get(`/api/v1/tickets/${ref}/estimates`)).items;
const expectation = async () => {
  const { assignee, as_of } = await office.member.ticket(ref);
  const next_update_by = new Date(Date.parse(as_of) + 72 * 3600e3).toISOString().slice(0, 19);
  return {
    assignee: assignee.id,
    what_to_expect: "A plan, and its price.",
    next_step: "You decide on it.",
    next_update_by: `${next_update_by}Z`,
  };
};
async function send(lines, status = 201, more = {}) {
  return office.coordinator.change(status, "POST", ref, "replies", {
    body: "This is more than your agreement covers; here is our plan.",
    expectation: await expectation(),
    estimate: { plan: "We build the **choice** into the booking.", lines, ...more },
  });
}
/** The newest mail of the kind, and the page its link leads to. */
async function mailOf(kind) {
  const { items } = await office.manager.get("/api/v1/outgoing-mail");
  const { id, to } = items.find((mail) => mail.kind === kind && mail.subject.includes(ref));
  const mail = await office.manager.get(`/api/v1/outgoing-mail/${id}`);
  return { ...mail, to, path: mail.text.match(/\/e\/[\w-]+/)?.[0] };
}
const decide = (path, answer, name = "Colleen Byrne") => post(desk.base, path, { answer, name });
const line = (minutes, text = "Build and test it") => ({ text, kind: "", minutes });

describe("an estimate", () => {
  let first;

  test("goes out with a reply to who may approve it, with what is covered and what is extra", async () => {
    await send([line(covered - 300), line(600, "Carry the old bookings over")]);
    const [sent] = await estimates();
    assert.deepEqual(
      [sent.state, sent.covered, sent.extra, sent.amount, sent.currency],
      ["pending", covered, 300, "700.00", "USD"],
    );
    first = await mailOf("estimate");
    assert.equal(first.to, "colleen@northgatedental.example");
    assert.match(first.text, /Beyond your agreement: +5 h, 700\.00 USD/);
    const page = await visit(desk.base, first.path);
    assert.match(page.text, /Carry the old bookings over/);
    assert.match(page.text, /Approve for 700\.00 USD/);
    assert.equal((await estimates())[0].state, "pending", "looking decides nothing");
  });

  test("is declined by name, once; the desk is told", async () => {
    assert.equal((await decide(first.path, "declined", " ")).status, 422);
    assert.equal((await decide(first.path, "perhaps")).status, 422);
    assert.equal((await decide(first.path, "declined")).status, 303);
    assert.equal((await decide(first.path, "declined")).status, 303, "sent twice it is one");
    const again = await decide(first.path, "approved");
    assert.equal(again.status, 422);
    const [sent] = await estimates();
    assert.deepEqual([sent.state, sent.decided_by], ["declined", "Colleen Byrne"]);
    assert.match((await visit(desk.base, first.path)).text, /Declined by Colleen Byrne/);
    assert.match((await mailOf("staff_estimate_decided")).subject, /declined/);
  });

  test("is not decided by a stranger, nor by a link that was changed", async () => {
    for (const path of ["/e/1-1-1-AAAAAAAAAAAAAAAAAAAAAA", `${first.path.slice(0, -1)}!`, "/e/x"])
      assert.equal((await decide(path, "approved")).status, 404, path);
    const [, ticket, , contact, mac] = first.path.match(/\/e\/(\d+)-(\d+)-(\d+)-(.+)/);
    assert.equal((await decide(`/e/${ticket}-2-${contact}-${mac}`, "approved")).status, 404);
  });

  test("that is revised takes the place of one nobody decided on", async () => {
    await send([line(covered + 120)]);
    const second = await mailOf("estimate");
    await send([line(covered + 60)]);
    const third = await mailOf("estimate");
    assert.notEqual(second.path, third.path);
    assert.equal((await decide(second.path, "approved")).status, 422);
    assert.match((await visit(desk.base, second.path)).text, /newer plan/);
    const hundred = await Promise.all(
      Array.from({ length: 200 }, (_, i) => decide(third.path, i % 2 ? "approved" : "declined", `Nr ${i}`)),
    );
    const taken = hundred.filter(({ status }) => status === 303);
    assert.ok(taken.length >= 1);
    const ticket = await office.member.ticket(ref);
    assert.equal(ticket.timeline.filter(({ type }) => type === "estimate_decided").length, 2);
  });

  test("approved lets work go so far beyond the allowance; past it time is held, and nothing is lost", async () => {
    const latest = (await estimates()).at(-1);
    if (latest.state === "declined") {
      await send([line(covered + 60)]);
      assert.equal((await decide((await mailOf("estimate")).path, "approved")).status, 303);
    }
    const time = `/api/v1/tickets/${ref}/time`;
    await office.member.expect(201, "POST", time, { json: { minutes: covered - 90 } });
    const { today } = await office.member.get(time);
    await office.member.expect(201, "POST", time, { json: { minutes: 240, date: today } });
    const out = JSON.parse(
      (
        await verb(
          "statement",
          "--data",
          desk.data,
          "--client",
          "Northgate Dental",
          "--json",
          "--month",
          today.slice(0, 7),
        )
      ).out,
    );
    const of = out.tickets.find((one) => one.ref === ref);
    assert.deepEqual([of.from_allowance, of.charged, of.held], [covered, 60, 90]);
    assert.equal(out.totals[0].work, "140.00");
    assert.match(of.lines.at(-1).why, /what was approved is used up.*held/);
  });

  test("wrong in any way is refused with what to do", async () => {
    for (const [lines, field] of [
      [[], "estimate.lines"],
      [[line(0)], "estimate.lines[0].minutes"],
      [[line(-5)], "estimate.lines[0].minutes"],
      [[line(5, " ")], "estimate.lines[0].text"],
      [[{ ...line(5), kind: "magic" }], "estimate.lines[0].kind"],
    ]) {
      const { errors } = await send(lines, 422);
      assert.equal(errors[0].field, field);
    }
    const { errors } = await send([line(5)], 422, { expires_at: "2020-01-01T00:00:00Z" });
    assert.equal(errors[0].field, "estimate.expires_at");
  });

  test("leaves a journal that holds", () => checkLedger(desk.data));
});
