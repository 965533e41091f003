// A person is invited, by page or by hand, and gets in by a link that works once.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { startDesk, verb } from "./support/desk.mjs";
import { post, visit } from "./support/form.mjs";
import { cookiesOf, send } from "./support/http.mjs";
import { header, openMailbox } from "./support/mailbox.mjs";
import { accountOf, assertGone, goIn, goodPassword, linkIn, setPassword } from "./support/people.mjs";

let mailbox;
let desk;
let manager;
before(async () => {
  mailbox = await openMailbox();
  desk = await startDesk({ mailbox });
  manager = await desk.as(desk.person("manager"));
});
after(async () => {
  await desk?.stop();
  await mailbox?.close();
});

let count = 0;
const someone = (more = {}) => {
  count += 1;
  return { name: "Wren Abara", email: `wren${count}@quillmoor.example`, role: "member", ...more };
};
const mailTo = (email, n = 1) =>
  mailbox.first(`invitation ${n} to ${email}`, (mail) => mailbox.to(email)[n - 1] === mail);

/** Invites; resolves with the account and the link's path. */
async function invited(person = someone()) {
  const account = await manager.expect(201, "POST", "/api/v1/people", { json: person });
  return { account, link: linkIn(desk.base, (await mailTo(person.email)).text) };
}

describe("an invitation", () => {
  test("goes by mail, with one link to the desk's own address", async () => {
    const person = someone();
    const reply = await manager.call("POST", "/api/v1/people", {
      json: person,
      headers: { "x-forwarded-host": "evil.example" },
    });
    assert.equal(reply.status, 201);
    assert.doesNotMatch(reply.text, /password\/|hash|token/i);
    const { state, open_tickets, last_seen_at, invited_until } = reply.json;
    assert.deepEqual([state, open_tickets, last_seen_at], ["invited", 0, null]);
    const days = (Date.parse(invited_until) - Date.now()) / 86_400_000;
    assert.ok(days > 6.9 && days < 7.1, `${days}`);

    const mail = await mailTo(person.email);
    assert.match(mail.subject, /^Your invitation to the desk of /);
    assert.match(mail.text, new RegExp(`${desk.person("manager").name} invites you`));
    assert.equal(header(mail, "auto-submitted"), "auto-generated");
    const link = linkIn(desk.base, mail.text);
    assert.ok(link.length > "/password/1-".length + 22, "128 bits or more");
    assert.deepEqual(mail.html.match(/href="[^"]+"/g), [`href="${desk.base}${link}"`]);
  });

  test("shows what is asked before it is typed; opening it uses nothing up", async () => {
    const { link, account } = await invited();
    for (let i = 0; i < 3; i += 1) {
      const page = await visit(desk.base, link);
      assert.equal(page.status, 200);
      assert.match(page.text, /Welcome, Wren Abara/);
      assert.match(page.text, /At least 12 characters/);
      assert.equal(page.headers["x-robots-tag"], "noindex");
      assert.equal(page.headers["cache-control"], "no-store");
    }
    assert.equal((await send(desk.base, { method: "HEAD", path: link })).status, 200);
    await goIn(desk.base, link);
    assert.equal((await accountOf(manager, account.email)).state, "active");
  });

  test("signs in who sets a password, once; from then on with it", async () => {
    const { link, account } = await invited(someone({ role: "coordinator" }));
    const session = await goIn(desk.base, link);
    const { person } = await session.get("/api/v1/session");
    assert.deepEqual([person.id, person.role, person.name], [account.id, "coordinator", "Wren Abara"]);
    await session.get("/api/v1/tickets");
    await assertGone(desk.base, link);
    assert.equal((await setPassword(desk.base, link, "another good password")).status, 404);
    await desk.signedIn({ mail: account.email, password: goodPassword });
    assert.equal(mailbox.to(account.email).length, 1, "the first password is no change to be warned of");
  });

  test("200 at once: exactly one sets its password", async () => {
    const { link, account } = await invited();
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, i) => setPassword(desk.base, link, `good password number ${i}`)),
    );
    const won = replies.flatMap(({ status }, i) => (status === 303 ? [i] : []));
    assert.equal(won.length, 1);
    for (const { status } of replies) assert.ok([303, 404, 503].includes(status), `${status}`);
    await desk.signedIn({ mail: account.email, password: `good password number ${won[0]}` });
  });

  test("sent again ends the link before", async () => {
    const { link, account } = await invited();
    await manager.expect(200, "POST", `/api/v1/people/${account.id}/invitation`);
    const newer = linkIn(desk.base, (await mailTo(account.email, 2)).text);
    await assertGone(desk.base, link);
    assert.equal((await setPassword(desk.base, link)).status, 404);
    await goIn(desk.base, newer);
  });

  test("is not for who has a password", async () => {
    const { account, link } = await invited();
    await goIn(desk.base, link);
    const reply = await manager.call("POST", `/api/v1/people/${account.id}/invitation`);
    assert.equal(reply.status, 409);
    assert.match(reply.json.detail, /has a password already/);
  });

  test("is its receiver's alone: the page of outgoing mail does not show the link", async () => {
    const { account, link } = await invited();
    const { items } = await manager.get("/api/v1/outgoing-mail");
    const { id } = items.find(({ to }) => to === account.email);
    const { text } = await manager.call("GET", `/api/v1/outgoing-mail/${id}`);
    assert.ok(!text.includes(link.split("-").slice(1).join("-")));
    assert.match(text, /The link is not shown here/);
  });

  test("stands in no file of the desk", async () => {
    const { link } = await invited();
    const secret = link.slice(link.indexOf("-") + 1);
    for (const name of ["desk.sqlite", "desk.sqlite-wal"])
      assert.ok(!readFileSync(path.join(desk.data, name)).includes(secret), name);
    assert.ok(!desk.log.includes(secret));
  });
});

describe("a password is refused", () => {
  const rows = [
    ["that is short", "eleven char", /too short/],
    ["that is one of the commonest", "Password1234", /commonest/],
    ["that is little more than the name", "wren abara 12", /your name or mail address/],
    ["that is the address", (email) => email, /your name or mail address/],
    ["that is longer than the desk takes", "a".repeat(1001), /1,000 characters/],
    ["that is empty", "", /too short/],
  ];
  for (const [name, password, words] of rows) {
    test(name, async () => {
      const { account, link } = await invited();
      const typed = typeof password === "function" ? password(account.email) : password;
      const page = await setPassword(desk.base, link, typed);
      assert.equal(page.status, 422);
      assert.match(page.text, words);
      if (typed)
        assert.ok(!page.forms[0].fields.password && !page.forms[0].fields.again, "it comes back to nobody");
      await goIn(desk.base, link, "пароль длинный и свой"); // the link is still good
    });
  }

  test("that is typed otherwise the second time", async () => {
    const { link } = await invited();
    const page = await setPassword(desk.base, link, goodPassword, { again: `${goodPassword}.` });
    assert.equal(page.status, 422);
    assert.match(page.text, /differs/);
  });

  test("that another site's page sends", async () => {
    const { link } = await invited();
    const reply = await post(
      desk.base,
      link,
      { password: goodPassword, again: goodPassword },
      { origin: "https://evil.example" },
    );
    assert.equal(reply.status, 403);
    await goIn(desk.base, link);
  });
});

describe("a link that is wrong", () => {
  const swapped = (text) =>
    text.replace(/[a-z]/i, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()));
  const rows = [
    ["in the wrong case", (link) => `/password/${swapped(link.slice(10))}`],
    ["cut short", (link) => link.slice(0, -1)],
    ["longer", (link) => `${link}a`],
    ["of another number", (link) => link.replace(/\d+-/, "999999-")],
    ["without its number", (link) => link.replace(/\d+-/, "-")],
    ["with a NUL", (link) => `${link}%00`],
    ["that is a list", () => "/password/[1]"],
    ["that is nothing", () => "/password/-"],
    ["very long", () => `/password/1-${"a".repeat(5000)}`],
  ];
  for (const [name, spelled] of rows) {
    test(`${name} opens nothing`, async () => {
      const { link } = await invited();
      const reply = await visit(desk.base, spelled(link));
      assert.ok([400, 404].includes(reply.status), `${reply.status}`);
      const set = await setPassword(desk.base, spelled(link));
      assert.ok([400, 404].includes(set.status), `${set.status}`);
    });
  }
});

describe("who is invited", () => {
  test("must have a name, a mail address and a role; each is named", async () => {
    const reply = await manager.call("POST", "/api/v1/people", {
      json: { name: " ", email: "wren at home", role: "boss" },
    });
    assert.equal(reply.status, 422);
    assert.deepEqual(reply.json.errors.map(({ field }) => field).sort(), ["email", "name", "role"]);
  });

  test("is not there twice, whatever the case", async () => {
    const { account } = await invited();
    const reply = await manager.call("POST", "/api/v1/people", {
      json: someone({ email: account.email.toUpperCase() }),
    });
    assert.equal(reply.status, 422);
    assert.match(reply.json.errors[0].detail, /Wren Abara has this address already/);
  });

  test("cannot set fields that are not asked for", async () => {
    const reply = await manager.call("POST", "/api/v1/people", { json: { ...someone(), active: true } });
    assert.equal(reply.status, 422);
  });

  test("can be given work before they have come in", async () => {
    const { account } = await invited();
    const people = (await manager.get("/api/v1/people")).items;
    assert.ok(people.some(({ id, active }) => id === account.id && active));
  });
});

test("on https the session it begins is __Host-, Secure and no script's", async () => {
  const base = "https://desk.example";
  const other = await startDesk({ settings: { PUNCTUAL_BASE_URL: base } });
  try {
    const args = ["--name", "Wren Abara", "--mail", someone().email, "--role", "member"];
    const { out } = await verb("person", "invite", "--data", other.data, ...args);
    const link = linkIn(base, out);
    const typed = { password: goodPassword, again: goodPassword };
    assert.equal((await post(other.base, link, typed, { origin: "http://desk.example" })).status, 403);
    const reply = await post(other.base, link, typed, { origin: base });
    assert.equal(reply.status, 303);
    const { attributes } = cookiesOf(reply)["__Host-punctual_session"];
    for (const one of ["Secure", "HttpOnly", "Path=/"]) assert.ok(attributes.includes(one), one);
  } finally {
    await other.stop();
  }
});

describe("punctual person invite", () => {
  const invite = (data, ...args) => verb("person", "invite", "--data", data, ...args);

  test("beside a running desk prints the link, with the desk's address", async () => {
    const { email } = someone();
    const { status, out, err } = await invite(
      desk.data, "--name", "Wren Abara", "--mail", email, "--role", "manager",
    ); // biome-ignore format: a command line
    assert.equal(status, 0, err);
    const session = await goIn(desk.base, linkIn(desk.base, out));
    assert.equal((await session.get("/api/v1/session")).person.role, "manager");
    await session.get("/api/v1/accounts");
    assert.equal((await mailTo(email)).subject.slice(0, 15), "Your invitation");
  });

  test("for one who is known prints a new link; a password stays until it is used", async () => {
    const person = desk.person("member", 3);
    const { status, out } = await invite(desk.data, "--mail", person.mail);
    assert.equal(status, 0);
    await desk.signedIn(person);
    await goIn(desk.base, linkIn(desk.base, out));
  });

  test("where no desk runs and no mail goes out, somebody gets in", async () => {
    const other = await startDesk();
    await other.stop();
    const { status, out, err } = await invite(
      other.data, "--name", "First", "--mail", "first@quillmoor.example", "--role", "manager",
      "--base_url", other.base,
    ); // biome-ignore format: a command line
    assert.equal(status, 0, err);
    other.spawn();
    await other.ready();
    try {
      const first = await goIn(other.base, linkIn(other.base, out));
      const { items } = await first.get("/api/v1/outgoing-mail");
      const second = { name: "Second", email: "second@quillmoor.example", role: "member" };
      await first.expect(201, "POST", "/api/v1/people", { json: second });
      const shown = (await first.get("/api/v1/outgoing-mail")).items.find(({ to }) => to === second.email);
      assert.ok(!items.some(({ id }) => id === shown.id));
      const letter = await first.get(`/api/v1/outgoing-mail/${shown.id}`);
      await goIn(other.base, linkIn(other.base, letter.text)); // passed on by the manager
      const after = await first.get(`/api/v1/outgoing-mail/${shown.id}`);
      assert.match(after.text, /The link is not shown here: it was used/);
    } finally {
      await other.stop();
    }
  });

  for (const [name, args, words] of [
    ["without a role", ["--name", "X", "--mail", "x@quillmoor.example"], /--role: A role is/],
    ["without a name", ["--mail", "x@quillmoor.example", "--role", "member"], /--name: Say what/],
    ["with no mail address", ["--name", "X", "--mail", "x", "--role", "member"], /--mail: This is not/],
  ]) {
    test(`${name} is refused, with the remedy`, async () => {
      const { status, err } = await invite(desk.data, ...args);
      assert.notEqual(status, 0);
      assert.match(err, words);
    });
  }
});
