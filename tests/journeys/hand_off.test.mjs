// A Thursday: who leaves for a long weekend is told what falls due meanwhile, one ticket is taken over, the other goes
// to a coordinator. And somebody falls ill.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { nora, request } from "../world/cast.mjs";
import { startDesk, verb } from "./support/desk.mjs";
import { readDirectory } from "./support/directory.mjs";
import { openMailbox } from "./support/mailbox.mjs";
import { until } from "./support/until.mjs";

/** The desk's process believes it is then, and its clock runs on. */
function clockAt(instant) {
  const ahead = Math.round((Date.parse(instant) - (performance.timeOrigin + performance.now())) / 1000);
  return {
    LD_PRELOAD: "/usr/$LIB/faketime/libfaketimeMT.so.1",
    FAKETIME: `${ahead < 0 ? "" : "+"}${ahead}s`,
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
  };
}

// A sanitized binary does not start under a moved clock.
const skip = process.env.PUNCTUAL_SLOW ? "the clock cannot be moved under a sanitizer" : false;

const afternoon = "2026-12-10T20:30:00Z"; // half past three in New York
const fridayNoon = "2026-12-11T17:00:00Z";

let mailbox;
let desk;
let who; // by first name: their entry in the directory
let as; // by first name: their client
let taken; // Lena's, taken over in time
let left; // Lena's, taken over by nobody
let ill; // Marcus's, who falls ill

const mailsTo = (name, what) =>
  mailbox.mails.filter((mail) => mail.envelope.to.includes(who[name].email) && what(mail));
const handOffMail = (name, ref) =>
  mailsTo(name, (mail) => /falls? due while/.test(mail.subject) && mail.text.includes(ref));
const handOffs = async (name) => (await as[name].get("/api/v1/hand-offs")).items;
const ofPerson = (items, name) => items.find(({ person }) => person.id === who[name].id);
const refs = (handOff) => handOff.tickets.map(({ ticket }) => ticket.ref);

/** Starts the desk again, later. */
async function laterAt(instant) {
  const { data, people } = desk;
  await desk.stop();
  desk = await startDesk({ mailbox, data, demo: false, settings: clockAt(instant) });
  desk.people = people;
  for (const api of Object.values(as)) api.base = desk.base;
}

/** A ticket of somebody's that owes nothing but an update on Friday noon. */
async function ticketOf(name, pods) {
  const pod = pods.find(({ name: called }) => called === "Juniper");
  const { ref } = await as.Imani.submit(request({ ...nora, impact: "cosmetic_or_new", live: "no" }));
  await as.Imani.triage(ref, { tier: 4, pod: pod.id, assignee: who[name].id });
  await as.Imani.reply(ref, "On it.", {
    assignee: who[name].id,
    what_to_expect: "A sharper banner.",
    next_step: "I ask the museum for the picture.",
    next_update_by: fridayNoon,
  });
  return ref;
}

before(async () => {
  if (skip) return;
  mailbox = await openMailbox();
  desk = await startDesk({ mailbox, settings: clockAt(afternoon) });
  const first = (name) => name.split(" ")[0];
  as = Object.fromEntries(
    await Promise.all(
      desk.people
        .filter(({ name }) => ["Imani", "Lena", "Owen", "Priya", "Sofia"].includes(first(name)))
        .map(async (person) => [first(person.name), await desk.as(person)]),
    ),
  );
  const { people, pods } = await readDirectory(as.Imani);
  who = Object.fromEntries(people.map((person) => [first(person.name), person]));
  taken = await ticketOf("Lena", pods);
  left = await ticketOf("Lena", pods);
  ill = await ticketOf("Marcus", pods);
});
after(async () => {
  await desk?.stop();
  await mailbox?.close();
});

describe("a hand-off", { skip }, () => {
  test("is seen by who leaves, the lead of their pod and coordinators, with a suggestion each", async () => {
    const [own] = await handOffs("Lena");
    assert.equal(own.person.name, "Lena Fischer");
    assert.equal(own.leaves, "2026-12-10T22:00:00Z");
    assert.equal(own.returns, "2026-12-14T13:00:00Z");
    assert.equal(own.told_at, "2026-12-10T21:00:00Z");
    assert.equal(own.sudden, false);
    const ours = own.tickets.filter(({ ticket }) => [taken, left].includes(ticket.ref));
    assert.equal(ours.length, 2);
    for (const { ticket, suggested, why } of ours) {
      assert.equal(ticket.due, fridayNoon);
      assert.ok(["Owen Talbot", "Marcus Bell"].includes(suggested.name), suggested.name);
      assert.match(why, /In the client's pod|At work/);
    }
    for (const name of ["Priya", "Imani"])
      assert.deepEqual(refs(ofPerson(await handOffs(name), "Lena")), refs(own), name);
    for (const name of ["Owen", "Sofia"])
      assert.equal(ofPerson(await handOffs(name), "Lena"), undefined, name);
    assert.equal(handOffMail("Lena", left).length, 0, "it is told an hour before she leaves");
  });

  test("of who falls ill is told at once, to the lead and the coordinators at work", async () => {
    const edit = {
      record_absence: {
        person: who.Marcus.id,
        first_date: "2026-12-10",
        last_date: "2026-12-11",
        note: "ill",
      },
    };
    const { seen } = await as.Imani.expect(200, "POST", "/api/v1/rota/looks", { json: { edit } });
    await as.Imani.expect(200, "POST", "/api/v1/rota/edits", { json: { edit, seen } });
    await until("the lead and both coordinators to be told", () =>
      ["Priya", "Imani", "Dale"].every((name) => handOffMail(name, ill).length === 1),
    );
    const [mail] = handOffMail("Dale", ill);
    assert.match(mail.subject, /while Marcus Bell is away$/);
    assert.match(mail.text, /What nobody has taken over by Thursday 10 December, 16:0\d/);
    assert.equal(handOffMail("Marcus", ill).length, 0);
    const told = ofPerson(await handOffs("Priya"), "Marcus");
    assert.equal(told.sudden, true);
    assert.ok(refs(told).includes(ill));
  });

  test("is told an hour before they leave, to them and the lead", async () => {
    await laterAt("2026-12-10T20:59:58Z");
    await until("both to be told", () =>
      ["Lena", "Priya"].every((name) => handOffMail(name, left).length === 1),
    );
    const [mail] = handOffMail("Lena", left);
    assert.match(mail.subject, /^\d+ tickets fall due while you are away$/);
    assert.match(mail.text, /from Thursday 10 December, 17:00 to Monday 14 December, 08:00/);
    assert.match(mail.text, /could take it over/);
    assert.equal(handOffMail("Imani", left).length, 0);
  });

  test("is taken over with a note, which goes with the mail and into the ticket", async () => {
    const path = `/api/v1/hand-offs/${who.Lena.id}/tickets/${taken}`;
    await as.Sofia.expect(403, "PUT", path, { json: { to: who.Owen.id } });
    const done = await as.Lena.expect(200, "PUT", path, {
      json: { to: who.Owen.id, note: "The picture is **on the server** already." },
    });
    assert.deepEqual(done.warnings, []);
    assert.equal(refs(ofPerson(await handOffs("Lena"), "Lena")).includes(taken), false);
    assert.deepEqual(await as.Lena.get("/api/v1/hand-offs/count"), {
      tickets: (await handOffs("Lena")).flatMap(({ tickets }) => tickets).length,
    });
    const mail = await mailbox.first(
      "to who has it now",
      ({ envelope, subject }) => envelope.to.includes(who.Owen.email) && subject.includes(taken),
    );
    assert.match(mail.subject, /Yours now/);
    assert.match(
      mail.text,
      /Lena Fischer is away from Thursday 10 December, 17:00 to Monday 14 December, 08:00\./,
    );
    assert.match(mail.text, /Lena Fischer writes:\n\nThe picture is \*\*on the server\*\* already\./);
    const { assignee, timeline } = await as.Owen.ticket(taken);
    assert.equal(assignee.name, "Owen Talbot");
    assert.deepEqual(
      timeline.slice(-2).map(({ type }) => type),
      ["noted", "handed_over"],
    );
    const problem = await as.Priya.expect(409, "PUT", path, { json: { to: who.Marcus.id } });
    assert.match(problem.detail, /not with Lena Fischer any more/);
  });

  test("that nobody took over goes to a coordinator when they leave", async () => {
    await laterAt("2026-12-10T21:59:58Z");
    const mail = await mailbox.first(
      "to the coordinator of Friday",
      ({ envelope, subject, text }) =>
        envelope.to.includes(who.Dale.email) && subject.includes(left) && /took it over/.test(text),
    );
    assert.match(mail.text, /Lena Fischer is away until Monday 14 December, 08:00\. Nobody took it over\./);
    assert.equal((await as.Imani.ticket(left)).assignee.name, "Dale Whitcombe");
    assert.equal((await as.Imani.ticket(taken)).assignee.name, "Owen Talbot");
    assert.equal(handOffMail("Lena", left).length, 1, "told once");
  });

  test("of who fell ill has gone to a coordinator, too", async () => {
    const ticket = await until("somebody else to have it", async () => {
      const now = await as.Imani.ticket(ill);
      return now.assignee.name === "Marcus Bell" ? undefined : now;
    });
    assert.ok(["Imani Brooks", "Dale Whitcombe"].includes(ticket.assignee.name), ticket.assignee.name);
    const event = ticket.timeline.find(({ type }) => type === "handed_over");
    assert.equal(event.type, "handed_over");
    assert.equal(event.by.kind, "desk");
    assert.match(
      event.reason,
      /^Marcus Bell is away until Tuesday 15 December, 08:00\. Nobody took it over\.$/,
    );
  });

  test("leaves every row as its journal folds", async () => {
    await desk.stop();
    const { status, out, err } = await verb("verify", "--data", desk.data);
    assert.equal(status, 0, out + err);
  });
});
