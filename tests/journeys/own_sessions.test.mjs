// Where one is signed in, seen and ended; also by a manager.
import assert from "node:assert/strict";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, test } from "node:test";
import { Api } from "./support/api.mjs";
import { startDesk } from "./support/desk.mjs";
import { cookiesOf } from "./support/http.mjs";
import { accountOf } from "./support/people.mjs";
import { until } from "./support/until.mjs";

let desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk?.stop());

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";

async function signIn(person, userAgent) {
  const reply = await desk.anonymous.call("POST", "/api/v1/session", {
    json: { email: person.mail, password: person.password },
    headers: { origin: desk.base, "user-agent": userAgent },
  });
  assert.equal(reply.status, 201, reply.text);
  return new Api(desk.base, {
    cookie: `punctual_session=${cookiesOf(reply).punctual_session.value}`,
    csrf: reply.json.csrf_token,
  });
}
const sessions = async (api) => (await api.get("/api/v1/sessions")).items;
const ended = async (api) => (await api.call("GET", "/api/v1/session")).status === 401;

describe("one's own sessions", () => {
  test("are listed by browser, this one marked, without a secret", async () => {
    const person = desk.person("member", 0);
    const [desktop, phone] = [await signIn(person, firefox), await signIn(person, iphone)];
    const listed = await sessions(desktop);
    assert.deepEqual(listed.map(({ browser }) => browser).sort(), ["Firefox on Linux", "Safari on iPhone"]);
    assert.deepEqual(
      listed.filter(({ this_one }) => this_one).map(({ browser }) => browser),
      ["Firefox on Linux"],
    );
    for (const { created_at, last_seen_at } of listed) assert.ok(created_at <= last_seen_at);
    const { text } = await phone.call("GET", "/api/v1/sessions");
    assert.doesNotMatch(text, /hash|token|secret/i);
  });

  test("are ended one by one, with the next request", async () => {
    const person = desk.person("member", 1);
    const [desktop, phone] = [await signIn(person, firefox), await signIn(person, iphone)];
    const { id } = (await sessions(desktop)).find(({ browser }) => browser === "Safari on iPhone");
    await desktop.expect(204, "DELETE", `/api/v1/sessions/${id}`);
    assert.ok(await ended(phone));
    assert.equal((await desktop.call("DELETE", `/api/v1/sessions/${id}`)).status, 404);
    assert.equal((await sessions(desktop)).length, 1);
  });

  test("are ended all but this one", async () => {
    const person = desk.person("member", 2);
    const all = [await signIn(person, firefox), await signIn(person, iphone), await signIn(person, "")];
    await all[0].expect(204, "DELETE", "/api/v1/sessions");
    assert.deepEqual(await Promise.all(all.map(ended)), [false, true, true]);
  });

  test("are nobody else's to end", async () => {
    const mine = await signIn(desk.person("member", 3), firefox);
    const other = await signIn(desk.person("member", 4), firefox);
    const [{ id }] = await sessions(mine);
    for (const wrong of [id, 999_999, "x", "-1", "0"])
      assert.equal((await other.call("DELETE", `/api/v1/sessions/${wrong}`)).status, 404);
    assert.ok(!(await ended(mine)));
  });

  test("a token is in no session, and may see and end them", async () => {
    const person = desk.person("member", 5);
    const [token, browser] = [await desk.as(person), await signIn(person, firefox)];
    assert.deepEqual(
      (await sessions(token)).map(({ this_one }) => this_one),
      [false],
    );
    await token.expect(204, "DELETE", "/api/v1/sessions");
    assert.ok(await ended(browser));
  });
});

describe("a manager", () => {
  test("sees and ends another's", async () => {
    const manager = await desk.as(desk.person("manager"));
    const person = desk.person("coordinator", 0);
    const theirs = await signIn(person, iphone);
    const { id, last_seen_at } = await accountOf(manager, person.mail);
    assert.ok(Math.abs(Date.parse(last_seen_at) - Date.now()) < 60_000, last_seen_at);
    const { items } = await manager.get(`/api/v1/people/${id}/sessions`);
    assert.ok(items.some(({ browser }) => browser === "Safari on iPhone"));
    await manager.expect(200, "DELETE", `/api/v1/people/${id}/sessions`);
    assert.ok(await ended(theirs));
    assert.equal((await manager.call("GET", "/api/v1/people/999999/sessions")).status, 404);
  });
});

describe("one's own tokens", () => {
  test("are listed and ended, nobody else's", async () => {
    const [mine, other] = [
      await desk.as(desk.person("member", 6), "nightly export"),
      await desk.as(desk.person("member", 7)),
    ];
    const listed = async (api) => (await api.get("/api/v1/tokens")).items;
    const { id } = (await listed(mine)).find(({ note }) => note === "nightly export");
    assert.equal((await other.call("DELETE", `/api/v1/tokens/${id}`)).status, 404);
    await mine.expect(204, "DELETE", `/api/v1/tokens/${id}`);
    assert.equal((await mine.call("GET", "/api/v1/tokens")).status, 401);
  });
});

test("last seen is written while one works", async (t) => {
  const other = await startDesk();
  t.after(() => other.stop());
  const person = other.person("member", 0);
  const api = await other.signedIn(person);
  await other.stop();
  const database = new DatabaseSync(path.join(other.data, "desk.sqlite"));
  for (const table of ["session", "person"])
    database.exec(`update ${table} set last_seen_at = last_seen_at - 3600`);
  database.close();
  await other.spawn().ready();
  const [{ last_seen_at: before }] = await sessions(api);
  await until("the last use", async () => {
    const [{ last_seen_at }] = await sessions(api);
    return Date.parse(last_seen_at) - Date.parse(before) >= 3600_000;
  });
  const account = await accountOf(await other.as(other.person("manager")), person.mail);
  assert.ok(Date.parse(account.last_seen_at) > Date.parse(before));
});
