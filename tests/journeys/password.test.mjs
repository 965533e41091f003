// A forgotten password is set anew by a link that goes to its address; a known one is changed.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startDesk } from "./support/desk.mjs";
import { post, visit } from "./support/form.mjs";
import { cookiesOf } from "./support/http.mjs";
import { openMailbox } from "./support/mailbox.mjs";
import { assertGone, goIn, goodPassword, linkIn } from "./support/people.mjs";

let mailbox;
let desk;
before(async () => {
  mailbox = await openMailbox();
  desk = await startDesk({ mailbox });
});
after(async () => {
  await desk?.stop();
  await mailbox?.close();
});

const ask = (email, options) => post(desk.base, "/password", { email }, options);
const letters = (email, words) => mailbox.to(email).filter(({ subject }) => words.test(subject));
const resets = (email) => letters(email, /^A new password/);
/** Asks, and resolves with the link's path. */
async function reset(email, typed = email) {
  const before = resets(email).length;
  assert.equal((await ask(typed)).status, 200);
  await mailbox.first("the link", () => resets(email).length > before);
  return linkIn(desk.base, resets(email).at(-1).text);
}
const status = async (person) =>
  (
    await desk.anonymous.call("POST", "/api/v1/session", {
      json: { email: person.mail, password: person.password },
      headers: { origin: desk.base },
    })
  ).status;

describe("a forgotten password", () => {
  test("is set anew by a link; everything else that is signed in ends; the person is told", async () => {
    const person = desk.person("member", 0);
    const [elsewhere, token] = [await desk.signedIn(person), await desk.as(person)];
    const link = await reset(person.mail, person.mail.toUpperCase());
    assert.equal((await visit(desk.base, link)).status, 200);
    assert.equal((await visit(desk.base, link)).status, 200, "opening it uses nothing up");
    assert.equal(await status(person), 201, "the old one works until then");

    const here = await goIn(desk.base, link);
    assert.equal((await here.get("/api/v1/session")).person.email, person.mail);
    assert.equal((await elsewhere.call("GET", "/api/v1/session")).status, 401);
    assert.equal((await token.call("GET", "/api/v1/session")).status, 401, "whoever came in is out");
    assert.equal(await status(person), 401);
    assert.equal(await status({ ...person, password: goodPassword }), 201);
    await assertGone(desk.base, link);
    await mailbox.first("the warning", () => letters(person.mail, /was changed$/).length === 1);
  });

  test("a known and an unknown address are answered alike, and before either is looked up", async () => {
    const known = await ask(desk.person("member", 1).mail);
    const unknown = await ask("nobody@elsewhere.example");
    assert.deepEqual([known.status, unknown.status], [200, 200]);
    assert.equal(known.html, unknown.html);
    assert.deepEqual(Object.keys(known.headers), Object.keys(unknown.headers));
    assert.doesNotMatch(known.html, /member|quillmoor\.example/);
    await mailbox.first("the known one's", () => resets(desk.person("member", 1).mail).length === 1);
    assert.equal(mailbox.to("nobody@elsewhere.example").length, 0);
  });

  test("who else asks for it neither ends a link nor keeps its person from one", async () => {
    const { mail } = desk.person("member", 2);
    const first = await reset(mail);
    for (let i = 0; i < 4; ++i) assert.equal((await ask(mail)).status, 200);
    const other = await reset(desk.person("member", 3).mail); // the writer has done the others by then
    assert.equal(resets(mail).length, 1);
    await goIn(desk.base, first, "another good password");
    const next = await reset(mail); // at once, since the last was used up
    await assertGone(desk.base, first);
    await goIn(desk.base, next, "yet another good password");
    await goIn(desk.base, other);
  });

  test("its link is its receiver's alone: no manager reads it at the desk", async () => {
    const manager = await desk.as(desk.person("manager"));
    const { mail } = desk.person("coordinator", 1);
    const link = await reset(mail);
    const { items } = await manager.get("/api/v1/outgoing-mail");
    const letter = items.find(({ to, kind }) => to === mail && kind === "password_reset");
    const { text } = await manager.call("GET", `/api/v1/outgoing-mail/${letter.id}`);
    assert.ok(!text.includes(link.slice(link.indexOf("-") + 1)));
    assert.match(text, /The link is not shown here/);
  });

  test("no mail address is no address, and what was typed stays", async () => {
    const page = await ask("dale at quillmoor");
    assert.equal(page.status, 422);
    assert.match(page.text, /not a mail address/);
    assert.equal(page.forms[0].fields.email, "dale at quillmoor");
  });

  test("another site's page asks for nothing", async () => {
    assert.equal((await ask("a@b.example", { origin: "https://evil.example" })).status, 403);
  });

  test("where no mail goes out the page says what to do", async () => {
    const other = await startDesk();
    try {
      const page = await visit(other.base, "/password");
      assert.match(page.text, /sends no mail yet.*punctual person\s+invite/s);
      assert.equal(page.forms.length, 0);
    } finally {
      await other.stop();
    }
  });

  test("one network asks so often, no more", async (t) => {
    const other = await startDesk({ mailbox });
    t.after(() => other.stop());
    const asked = await Promise.all(
      Array.from({ length: 60 }, (_, i) => post(other.base, "/password", { email: `a${i}@b.example` })),
    );
    assert.equal(asked.filter(({ status }) => status === 200).length, 20);
    const refused = asked.find(({ status }) => status === 429);
    assert.ok(Number(refused.headers["retry-after"]) > 0);
  });
});

describe("changing one's password", () => {
  const change = (api, old_password, password) =>
    api.call("PUT", "/api/v1/session/password", { json: { old_password, password } });

  test("goes on under another session, ends the others and tells the person", async () => {
    const person = desk.person("manager", 1);
    const [here, elsewhere] = [await desk.signedIn(person), await desk.signedIn(person)];
    const reply = await change(here, person.password, goodPassword);
    assert.equal(reply.status, 200, reply.text);
    assert.doesNotMatch(reply.text, /hash|argon/);
    const { punctual_session } = cookiesOf(reply);
    assert.notEqual(`punctual_session=${punctual_session.value}`, here.cookie);
    assert.notEqual(reply.json.csrf_token, here.csrf);
    assert.equal((await here.call("GET", "/api/v1/session")).status, 401, "the session's id rotates");
    assert.equal((await elsewhere.call("GET", "/api/v1/session")).status, 401);
    here.cookie = `punctual_session=${punctual_session.value}`;
    assert.equal((await here.get("/api/v1/session")).csrf_token, reply.json.csrf_token);
    await mailbox.first("the warning", () => letters(person.mail, /was changed$/).length === 1);
    assert.equal(await status(person), 401);
  });

  test("asks for the old one, and for a good new one", async () => {
    const person = desk.person("member", 5);
    const api = await desk.signedIn(person);
    const wrong = await change(api, "not my password", goodPassword);
    assert.deepEqual([wrong.status, wrong.json.errors[0].field], [422, "old_password"]);
    const short = await change(api, person.password, "short");
    assert.deepEqual([short.status, short.json.errors[0].field], [422, "password"]);
    await api.get("/api/v1/session");
  });

  test("is no token's", async () => {
    const person = desk.person("member", 5);
    const reply = await change(await desk.as(person), person.password, goodPassword);
    assert.equal(reply.status, 403);
  });

  test("a hundred guesses at once: at most ten are evaluated", async () => {
    const api = await desk.signedIn(desk.person("member", 6));
    const tries = await Promise.all(
      Array.from({ length: 100 }, (_, i) => change(api, `guess number ${i}`, goodPassword)),
    );
    const evaluated = tries.filter(({ status }) => status === 422).length;
    assert.ok(evaluated <= 10, `${evaluated} evaluated`);
    for (const { status } of tries) assert.ok([422, 429, 503].includes(status), `${status}`);
  });
});
