// The demo desk: what it prints, what it holds, and that it is made once and whole.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { freePort, patience, startDesk, temporaryFolder, verb } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { visit } from "./support/form.mjs";
import { checkLedger, column } from "./support/ledger.mjs";
import { openMailbox } from "./support/mailbox.mjs";
import { until } from "./support/until.mjs";

let desk;
let office;
let first;
before(async () => {
  desk = await startDesk();
  first = { lines: desk.lines.filter((line) => line.startsWith("person ")), seconds: desk.readyAfter };
  office = await openOffice(desk);
});
after(() => desk?.stop());

const tickets = async (api, state = "all") => {
  const items = [];
  let cursor = "";
  do {
    const page = await api.get(
      `/api/v1/tickets?state=${state}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return items;
};

describe("an empty folder becomes the demo desk", () => {
  test("within 30 seconds, with one line a person on stdout before it is ready", () => {
    assert.ok(first.seconds < 30 * patience, `${first.seconds} s`);
    assert.ok(first.lines.length >= 3);
    for (const line of first.lines)
      assert.match(line, /^person (coordinator|member|manager) .+ <[^<>\s]+@[^<>\s]+> \S+$/);
    for (const role of ["coordinator", "member", "manager"]) assert.ok(desk.person(role));
  });

  test("names its addresses", () => {
    const text = desk.lines.join("\n");
    assert.match(text, new RegExp(`http://\\S+:${desk.port}`));
    assert.match(text, /staff/i);
    assert.match(text, /mail/i);
  });

  test("twelve people in two pods, five clients with contacts", () => {
    assert.equal(office.people.length, 12);
    assert.equal(office.pods.length, 2);
    assert.equal(office.clients.length, 5);
    for (const { contacts } of office.clients) assert.ok(contacts.length > 0);
    for (const { members } of office.pods) assert.ok(members.length > 1);
  });

  test("three weeks of history, in every state that is not an end of its own", async () => {
    const all = await tickets(office.coordinator);
    for (const status of ["new", "open", "waiting", "resolved"])
      assert.ok(
        all.some((one) => one.status === status),
        status,
      );
    const ages = all.map(({ submitted_at }) => (Date.now() - Date.parse(submitted_at)) / 86_400_000);
    assert.ok(
      Math.max(...ages) > 14 && Math.max(...ages) < 30,
      `the oldest is ${Math.max(...ages)} days old`,
    );
    assert.ok(Math.min(...ages) >= 0, "nothing comes from tomorrow");
    const { average } = await desk.anonymous.get("/api/v1/desk/status");
    assert.ok(average.count >= 5 && average.mean_seconds > 0);
  });

  test("its promises were kept, warned of and missed, as promises are", async () => {
    const types = new Set();
    for (const { ref } of await tickets(office.coordinator)) {
      for (const { type } of (await office.coordinator.get(`/api/v1/tickets/${ref}/journal`)).items)
        types.add(type);
    }
    for (const type of [
      "submitted",
      "triaged",
      "replied",
      "client_replied",
      "noted",
      "waiting",
      "resolved",
      "warned",
      "breached",
    ]) {
      assert.ok(types.has(type), type);
    }
  });

  test("the queue is ordered by what is due next", async () => {
    const dues = (await tickets(office.coordinator, "active")).map(({ next_due }) => next_due?.due ?? "9999");
    assert.deepEqual(dues, [...dues].sort());
  });

  test("no sentence of it names the page it was modelled on", async () => {
    const { text } = await visit(desk.base, "/");
    assert.ok(text.includes((await desk.anonymous.get("/api/v1/desk/status")).name));
  });

  test("its people sign in with what was printed", async () => {
    for (const person of desk.people) {
      const api = await desk.signedIn(person);
      assert.equal(api.session.person.email, person.mail);
    }
  });

  test("its mail is readable for managers, and for nobody else", async () => {
    const { items } = await office.manager.get("/api/v1/outgoing-mail");
    assert.ok(items.length > 0);
    const mail = await office.manager.get(`/api/v1/outgoing-mail/${items[0].id}`);
    assert.ok(mail.text.length > 0 && mail.html.length > 0 && /^message-id: </im.test(mail.headers));
    assert.equal((await office.member.call("GET", "/api/v1/outgoing-mail")).status, 403);
  });
});

describe("started again", () => {
  test("it is up in under two seconds, prints the same lines and makes nothing anew", async () => {
    const earlier = await tickets(office.coordinator);
    await desk.stop();
    await desk.spawn().ready();
    assert.ok(desk.readyAfter < 2 * patience, `${desk.readyAfter} s`);
    assert.deepEqual(
      desk.lines.filter((line) => line.startsWith("person ")),
      first.lines,
    );
    assert.deepEqual(
      (await tickets(office.coordinator)).map(({ ref }) => ref).sort(),
      earlier.map(({ ref }) => ref).sort(),
    );
  });

  test("every journal folds to its row", async () => {
    await desk.stop();
    assert.ok(checkLedger(desk.data) > 20);
    await desk.spawn().ready();
  });
});

describe("interrupted while it is made", () => {
  test("it goes on where it stopped, and is the same desk in the end", async () => {
    const data = path.join(temporaryFolder(), "data");
    const whole = (await tickets(office.coordinator)).length;
    for (const share of [0.1, 0.5, 0.9]) {
      const other = await startDesk({ data: path.join(data, String(share)), wait: false });
      await until(
        "some of the history",
        () => {
          try {
            return column(other.data, "select count(*) from ticket")[0] >= whole * share;
          } catch {
            return false; // the file is not there yet
          }
        },
        { seconds: 30, every: 1 },
      );
      await other.kill();
      await other.spawn().ready();
      const { pods, people, clients } = await openOffice(other);
      assert.deepEqual([people.length, pods.length, clients.length], [12, 2, 5]);
      const again = await tickets(await other.as(other.person("coordinator")));
      assert.equal(again.length, whole, `interrupted at ${share}`);
      await other.stop();
      checkLedger(other.data);
    }
  });
});

test("without --demo an empty folder becomes no desk, and the remedy is named", async () => {
  const data = path.join(temporaryFolder(), "data");
  const { status, err } = await verb("serve", "--data", data, "--listen", `127.0.0.1:${await freePort()}`);
  assert.ok(status > 0);
  assert.match(err, /--demo/);
});

test("with a mail server configured, the invented history is mailed to nobody", async () => {
  const mailbox = await openMailbox();
  const other = await startDesk({ mailbox });
  const api = await other.as(other.person("coordinator"));
  const { ref } = await api.submit({
    contact: { name: "Nora Lindqvist", email: "marker@harbour-bakery.example" },
    site: "https://harbour-bakery.example",
    description: "A marker.",
    impact: "low_impact",
  });
  await mailbox.first("the marker's receipt", (mail) =>
    mail.envelope.to.includes("marker@harbour-bakery.example"),
  );
  const staff = new Set(other.people.map(({ mail }) => mail));
  const strangers = mailbox.mails.filter(
    ({ envelope, subject }) => !envelope.to.every((to) => staff.has(to)) && !subject.includes(ref),
  );
  assert.deepEqual(
    strangers.map(({ subject, envelope }) => `${subject} → ${envelope.to}`),
    [],
  );
  await other.stop();
  await mailbox.close();
});
