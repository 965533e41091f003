// A request from its plan to the statement of its month: approved, worked past what was approved, planned once more,
// resolved; then the month is stated, the client reads it, and what was wrong in it is corrected.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { request } from "../world/cast.mjs";
import { startDesk, verb } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { post, visit } from "./support/form.mjs";
import { checkLedger } from "./support/ledger.mjs";

const name = "Northgate Dental";
const victor = {
  name: "Victor Amaya",
  email: "victor@northgatedental.example",
  site: "https://northgatedental.example",
  live: "yes",
  impact: "low_impact",
  description: "We would like patients to choose their dentist when they book.",
};
/** A clock that is past the end of this month, and of the next. */
const later = {
  LD_PRELOAD: "/usr/$LIB/faketime/libfaketimeMT.so.1",
  FAKETIME: "+40d",
  FAKETIME_DONT_FAKE_MONOTONIC: "1",
};

let desk;
let office;
let ref;
let month;
let client;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  client = office.clients.find((one) => one.name === name).id;
  ({ ref } = await office.coordinator.submit(request(victor)));
  const { pod, assignee } = office.pair();
  await office.coordinator.triage(ref, { tier: 3, pod: pod.id, assignee: assignee.id });
});
after(() => desk?.stop());

const left = async () => (await office.member.get(`/api/v1/clients/${client}/balance`)).balance.left;
const log = (minutes, note) =>
  office.member.expect(201, "POST", `/api/v1/tickets/${ref}/time`, { json: { minutes, note } });
/** The newest mail of the kind to an address, with the path its link leads to. */
async function mailTo(address, kind) {
  const { items } = await office.manager.get("/api/v1/outgoing-mail");
  const found = items.find((mail) => mail.kind === kind && mail.to === address);
  if (!found) return undefined;
  const mail = await office.manager.get(`/api/v1/outgoing-mail/${found.id}`);
  return { ...mail, path: mail.text.match(/\/[es]\/[\w-]+/)?.[0] };
}
const colleen = "colleen@northgatedental.example";
async function plan(minutes) {
  const { as_of } = await office.member.ticket(ref);
  await office.coordinator.change(201, "POST", ref, "replies", {
    body: "Here is our plan.",
    expectation: {
      assignee: (await office.member.ticket(ref)).assignee.id,
      what_to_expect: "A plan, and its price.",
      next_step: "You decide on it.",
      next_update_by: new Date(Date.parse(as_of) + 72 * 3600e3).toISOString().replace(/\.\d+/, ""),
    },
    estimate: { plan: "We build it.", lines: [{ text: "Build it", kind: "", minutes }] },
  });
  return mailTo(colleen, "estimate");
}
const approve = ({ path }) => post(desk.base, path, { answer: "approved", name: "Colleen Byrne" });
const stated = async () =>
  JSON.parse(
    (await verb("statement", "--data", desk.data, "--client", name, "--month", month, "--json")).out,
  ).tickets.find((one) => one.ref === ref);

describe("work beyond an agreement", () => {
  test("is priced before it is sent, and approved", async () => {
    const covered = await left();
    const lines = [{ text: "Build it", kind: "", minutes: covered + 60 }];
    const price = await office.member.expect(200, "POST", `/api/v1/tickets/${ref}/estimates/price`, {
      json: { plan: "", lines },
    });
    assert.deepEqual(price, { covered, extra: 60, amount: "140.00", currency: "USD" });
    assert.deepEqual((await office.member.get(`/api/v1/tickets/${ref}/estimates`)).items, []);
    const waiting = await plan(covered + 60);
    const { url } = await office.member.ticket(ref);
    const own = () => visit(desk.base, new URL(url).pathname);
    assert.match((await own()).text, /Plan 1.*1 h of it beyond your agreement.*waits for Colleen Byrne/s);
    assert.doesNotMatch((await own()).text, /140/, "its price is for who decides on it");
    assert.equal((await approve(waiting)).status, 303);
    assert.match((await own()).text, /Approved by Colleen Byrne/);
  });

  test("tells those concerned once the allowance runs low, and each threshold once", async () => {
    let rest = await left();
    while (rest > 300) {
      await log(Math.min(1200, rest - 240), "Built");
      rest = await left();
    }
    const told = await mailTo(colleen, "low_balance");
    assert.match(told.subject, /left$/);
    assert.match(told.text, /80 % of the time in your agreement is used up/);
    assert.match(told.text, /Nothing beyond it is charged before you have approved it/);
    assert.match(
      (await mailTo(desk.person("coordinator").mail, "staff_low_balance")).text,
      /Northgate Dental/,
    );
    const count = async () =>
      (await office.manager.get("/api/v1/outgoing-mail")).items.filter(({ kind }) => kind === "low_balance")
        .length;
    assert.equal(await count(), 1);
    await log(30, "Tried out");
    assert.equal(await count(), 1);
    await log(rest, "Finished");
    assert.equal(await count(), 2, "and once more when it is used up");
  });

  test("past what was approved is held, and charged once that is approved too", async () => {
    await log(60, "More of it");
    const entry = await log(90, "And more");
    month = entry.date.slice(0, 7);
    const held = await stated();
    assert.ok(held.held >= 90, JSON.stringify(held));
    assert.equal(held.charged, 60);
    assert.equal((await approve(await plan(600))).status, 303);
    const { held: none, charged } = await stated();
    assert.deepEqual([none, charged], [0, 60 + held.held]);
  });

  test("is resolved, and stated when its month is over", async () => {
    await office.member.change(200, "PUT", ref, "resolution", { message: "They can choose now." });
    await desk.stop();
    desk = await startDesk({ data: desk.data, settings: later });
    office = await openOffice(desk);
    const { versions } = await office.coordinator.get(`/api/v1/clients/${client}/agreement`);
    let number;
    for (let next = versions[0].from.slice(0, 7); next <= month; next = monthAfter(next))
      ({ number } = await office.manager.expect(201, "POST", `/api/v1/clients/${client}/statements/${next}`));
    const { items } = await office.coordinator.get(`/api/v1/statements?month=${month}`);
    const item = items.find((one) => one.client.id === client);
    assert.deepEqual([item.state, item.number, item.tells], ["issued", number, ["Colleen Byrne"]]);
  });
});

describe("the statement", () => {
  let mail;

  test("goes to who approves, with a link of their own", async () => {
    mail = await mailTo(colleen, "statement");
    assert.match(mail.subject, /^Statement \d{4}-\d{4} of /);
    assert.match(mail.text, /To pay: \d+\.\d\d USD/);
    assert.equal(await mailTo(victor.email, "statement"), undefined);
    const page = await visit(desk.base, mail.path);
    assert.equal(page.status, 200);
    assert.match(page.text, /Northgate Dental/);
    assert.match(page.text, new RegExp(ref));
    assert.match(page.text, /charged as approved with estimate 1/i);
    const table = await fetch(`${desk.base}${mail.path}/csv`);
    assert.equal(table.status, 200);
    assert.match(table.headers.get("content-type"), /text\/csv/);
    assert.match(await table.text(), new RegExp(`"${ref}"`));
  });

  test("is shown to nobody with another link", async () => {
    const [, statement, contact, mac] = mail.path.match(/\/s\/(\d+)-(\d+)-(.+)/);
    for (const path of [
      "/s/1",
      "/s/1-1-AAAAAAAAAAAAAAAAAAAAAA",
      `/s/${Number(statement) - 1}-${contact}-${mac}`,
      `/s/${statement}-${Number(contact) + 1}-${mac}`,
      `${mail.path}x`,
    ])
      assert.equal((await visit(desk.base, path)).status, 404, path);
  });

  test("stays as it is; what was wrong is given back by a document of its own", async () => {
    const statement = `/api/v1/clients/${client}/statements/${month}`;
    const before = await office.coordinator.get(statement);
    const leftBefore = await left();
    const wrong = {
      reason: "An hour was of somebody else's request.",
      lines: [{ ref, text: "That hour", minutes: 60, amount: "35.5" }],
    };
    await office.coordinator.expect(403, "POST", `${statement}/corrections`, { json: wrong });
    const correction = await office.manager.expect(201, "POST", `${statement}/corrections`, { json: wrong });
    assert.deepEqual(
      [correction.corrects, correction.minutes, correction.amount, correction.currency],
      [before.number, 60, "35.50", "USD"],
    );
    assert.deepEqual(await office.coordinator.get(statement), before);
    assert.deepEqual((await office.coordinator.get(`${statement}/corrections`)).items, [correction]);
    assert.equal(await left(), leftBefore + 60, "and is of use from today");
    const told = await mailTo(colleen, "statement");
    assert.match(told.subject, new RegExp(`^Correction ${correction.number} of statement ${before.number}$`));
    const page = await visit(desk.base, told.path);
    assert.match(page.text, /An hour was of somebody else's request\./);
    assert.match(page.text, /1 h are given back to your allowance/);
    assert.match(page.text, /35\.50 USD are credited/);
  });

  test("is corrected only where there is one, with words and in the client's favour", async () => {
    const at = (of) => `/api/v1/clients/${client}/statements/${of}/corrections`;
    const refuse = async (status, of, json, field) => {
      const problem = await office.manager.expect(status, "POST", at(of), { json });
      if (field) assert.equal(problem.errors[0].field, field);
    };
    await refuse(404, "2031-01", { reason: "It was wrong.", lines: [] });
    for (const month of ["9999-12", "2199-01"])
      for (const as of ["", "/csv"])
        await office.manager.expect(404, "GET", `/api/v1/clients/${client}/statements/${month}${as}`);
    await refuse(404, "soon", { reason: "It was wrong.", lines: [] });
    await refuse(422, month, { reason: " ", lines: [] }, "reason");
    const line = (more) => ({ reason: "It was wrong.", lines: [{ text: "That hour", minutes: 0, ...more }] });
    await refuse(422, month, line({ minutes: -1 }), "lines[0].minutes");
    await refuse(422, month, line({ amount: "-5.00" }), "lines[0].amount");
    await refuse(422, month, line({ amount: "5.001" }), "lines[0].amount");
    await refuse(422, month, line({ amount: "5.00 EUR" }), "lines[0].amount");
    await refuse(422, month, line({ minutes: 60000 }), "lines[0].minutes");
    await refuse(422, month, line({ minutes: 0 }), "lines[0].minutes");
    await refuse(422, month, { reason: "Nothing", lines: [] }, "lines");
    await refuse(422, month, line({ amount: "100000.00" }), "lines[0].amount");
    await refuse(422, month, line({ ref: "P-999999" }), "lines[0].ref");
    await refuse(422, month, line({ text: "" }), "lines[0].text");
  });

  test("leaves nobody's address behind who is redacted", async () => {
    const own = await office.coordinator.submit(
      request({ ...victor, name: "Colleen Byrne", email: colleen }),
    );
    await office.manager.change(200, "PUT", own.ref, "contact/redaction", { reason: "She asked for it." });
    const { items } = await office.manager.get("/api/v1/outgoing-mail");
    assert.ok(items.some(({ kind }) => kind === "statement"));
    assert.deepEqual(
      items.filter(({ to }) => to === colleen).map(({ kind }) => kind),
      [],
    );
    assert.equal((await visit(desk.base, mail.path)).status, 404, "nor does her link lead anywhere");
  });

  test("and all that led to it hold", async () => {
    await desk.stop();
    await checkLedger(desk.data);
    const { status, out, err } = await verb("verify", "--data", desk.data);
    assert.equal(status, 0, out + err);
  });
});

function monthAfter(text) {
  const [year, number] = text.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
