// Signing in and out; which pages may change something with somebody's cookie.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { nora, request, typed } from "../world/cast.mjs";
import { Api } from "./support/api.mjs";
import { startDesk } from "./support/desk.mjs";
import { post } from "./support/form.mjs";
import { cookiesOf } from "./support/http.mjs";

let desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk?.stop());

const enterAt = (where, email, password, headers = {}) =>
  where.anonymous.call("POST", "/api/v1/session", {
    json: { email, password },
    headers: { origin: where.base, ...headers },
  });
const enter = (email, password, headers) => enterAt(desk, email, password, headers);

describe("signing in", () => {
  for (const role of ["coordinator", "member", "manager"]) {
    test(`as a ${role}`, async () => {
      const person = desk.person(role);
      const api = await desk.signedIn(person);
      assert.deepEqual(
        [api.session.person.role, api.session.person.email, api.session.person.name],
        [role, person.mail, person.name],
      );
      assert.equal((await api.get("/api/v1/session")).csrf_token, api.csrf);
    });
  }

  test("sets a cookie no script can read", async () => {
    const { mail, password } = desk.person("member");
    const cookies = cookiesOf(await enter(mail, password));
    assert.deepEqual(Object.keys(cookies), ["punctual_session", "punctual_browser"]);
    for (const cookie of Object.values(cookies)) {
      assert.ok(cookie.attributes.includes("HttpOnly") && cookie.attributes.includes("Path=/"));
      assert.ok(cookie.attributes.some((one) => /^SameSite=(Lax|Strict)$/.test(one)));
      assert.ok(cookie.value.length >= 22);
    }
  });

  test("takes the address in any case", async () => {
    const { mail, password } = desk.person("member");
    assert.equal((await enter(mail.toUpperCase(), password)).status, 201);
  });

  test("an unknown address and a wrong password are answered alike", async () => {
    const unknown = await enter("nobody@elsewhere.example", "correct horse");
    const wrong = await enter(desk.person("manager").mail, "correct horse");
    assert.deepEqual([unknown.status, wrong.status], [401, 401]);
    assert.deepEqual(unknown.json, wrong.json);
  });

  test("gives another session each time", async () => {
    const one = await desk.signedIn(desk.person("member"));
    const two = await desk.signedIn(desk.person("member"));
    assert.notEqual(one.cookie, two.cookie);
    assert.notEqual(one.csrf, two.csrf);
  });

  test("from another site's page is refused", async () => {
    const { mail, password } = desk.person("member");
    assert.equal((await enter(mail, password, { origin: "https://evil.example" })).status, 403);
  });
});

test("signing out ends the session with the next request", async () => {
  const api = await desk.signedIn(desk.person("member"));
  await api.expect(204, "DELETE", "/api/v1/session");
  assert.equal((await api.call("GET", "/api/v1/session")).status, 401);
  assert.equal((await api.call("GET", "/api/v1/tickets")).status, 401);
});

describe("a change with a cookie", () => {
  const ways = [
    ["as the staff app sends it", {}, 201],
    ["by localhost's other names", { origin: "localhost" }, 201],
    ["without an Origin", { origin: undefined }, 403],
    ["from another site", { origin: "https://evil.example" }, 403],
    ["from a page that hides where it is", { origin: "null" }, 403],
    ["from another port", { origin: "http://127.0.0.1:1" }, 403],
    ["from a site that begins alike", { origin: "prefix" }, 403],
    ["over another scheme", { origin: "https" }, 403],
    ["without the token", { "x-csrf-token": undefined }, 403],
    ["with an empty token", { "x-csrf-token": "" }, 403],
    ["with another session's token", { "x-csrf-token": "other" }, 403],
  ];
  for (const [name, headers, status] of ways) {
    test(`${name}: ${status}`, async () => {
      const api = await desk.signedIn(desk.person("coordinator"));
      const other = await desk.signedIn(desk.person("coordinator"));
      const spelled = {
        localhost: `http://localhost:${desk.port}`,
        prefix: `${desk.base}.evil.example`,
        https: desk.base.replace("http:", "https:"),
      };
      const sent = { ...headers };
      if (sent.origin in spelled) sent.origin = spelled[sent.origin];
      if (sent["x-csrf-token"] === "other") sent["x-csrf-token"] = other.csrf;
      const reply = await api.call("POST", "/api/v1/tickets", { json: request(nora), headers: sent });
      assert.equal(reply.status, status, reply.text);
    });
  }

  test("reading needs neither Origin nor token", async () => {
    const api = await desk.signedIn(desk.person("coordinator"));
    const reader = new Api(desk.base, { cookie: api.cookie });
    assert.equal(
      (await reader.call("GET", "/api/v1/tickets", { headers: { origin: undefined } })).status,
      200,
    );
  });

  test("a token of a person needs neither", async () => {
    const api = await desk.as(desk.person("coordinator"));
    await api.submit(request(nora));
    await api.submit(request(nora), { origin: "https://partner.example" });
  });
});

describe("the public form", () => {
  for (const [name, origin, status] of [
    ["from its own page", undefined, 303],
    ["from another site", "https://evil.example", 403],
    ["from a page that hides where it is", "null", 403],
  ]) {
    test(`${name}: ${status}`, async () => {
      const reply = await post(desk.base, "/requests", typed(nora), origin ? { origin } : {});
      assert.equal(reply.status, status, reply.text);
      if (status === 403) assert.match(reply.headers["content-type"], /^text\/html/);
    });
  }
});

test("no reply invites other sites to read it", async () => {
  const api = await desk.signedIn(desk.person("manager"));
  for (const path of ["/api/v1/tickets", "/api/v1/session", "/api/v1/desk/status"]) {
    const reply = await api.call("GET", path, { headers: { origin: "https://evil.example" } });
    assert.equal(reply.headers["access-control-allow-origin"], undefined, path);
  }
});

describe("guessing passwords", () => {
  test("five hundred at once: at most ten of them are evaluated, then even the right one waits", async () => {
    const person = desk.person("member", 1);
    const tries = await Promise.all(Array.from({ length: 500 }, (_, i) => enter(person.mail, `guess ${i}`)));
    const statuses = tries.map(({ status }) => status);
    assert.ok(
      statuses.filter((status) => status === 401).length <= 10,
      `${statuses.filter((s) => s === 401).length} evaluated`,
    );
    for (const status of statuses) assert.ok([401, 429, 503].includes(status), `${status}`);
    const refused = await enter(person.mail, person.password);
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers["retry-after"]) > 0);
  });

  test("a browser the person signed in with before is not kept out, and no other person's is", async (t) => {
    const another = await startDesk(); // a network has a budget, too
    t.after(() => another.stop());
    const enter = (email, password, headers) => enterAt(another, email, password, headers);
    const [one, other] = [another.person("manager", 1), another.person("member", 2)];
    const cookie = async ({ mail, password }) => {
      const { punctual_browser } = cookiesOf(await enter(mail, password));
      return { cookie: `punctual_browser=${punctual_browser.value}` };
    };
    const [known, foreign] = [await cookie(one), await cookie(other)];
    await Promise.all(Array.from({ length: 20 }, (_, i) => enter(one.mail, `guess ${i}`)));
    assert.equal((await enter(one.mail, one.password)).status, 429);
    assert.equal((await enter(one.mail, one.password, foreign)).status, 429);
    assert.equal((await enter(one.mail, one.password, known)).status, 201);
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, i) => enter(one.mail, `guess ${i}`, known)),
    );
    assert.ok(guesses.filter(({ status }) => status === 401).length <= 10, "its tries are counted, too");
  });
});
