// A client of the API whose every reply is held to the contract.
import assert from "node:assert/strict";
import { checkReply } from "./contract.mjs";
import { cookiesOf, send } from "./http.mjs";

const changes = new Set(["POST", "PUT", "DELETE", "PATCH"]);

/** Nobody, until `withToken` or `signIn` says who. */
export class Api {
  constructor(base, { token, cookie, csrf } = {}) {
    Object.assign(this, { base, token, cookie, csrf });
  }

  /** Any request; `json` is sent as JSON, `body` as it is. Headers given win over those that would be sent. */
  async call(method, path, { json, body, headers = {} } = {}) {
    const own = {};
    if (this.token) own.authorization = `Bearer ${this.token}`;
    if (this.cookie) {
      own.cookie = this.cookie;
      if (changes.has(method)) Object.assign(own, { origin: this.base, "x-csrf-token": this.csrf });
    }
    if (json !== undefined) own["content-type"] = "application/json";
    const sent = Object.fromEntries(
      Object.entries({ ...own, ...headers }).filter(([, value]) => value !== undefined),
    );
    const reply = await send(this.base, {
      method,
      path,
      headers: sent,
      body: json === undefined ? body : JSON.stringify(json),
    });
    checkReply(method, path, reply);
    return reply;
  }

  /** Like `call`, and the status must be this one; resolves with the body's value. */
  async expect(status, method, path, options) {
    const reply = await this.call(method, path, options);
    assert.equal(reply.status, status, `${method} ${path}: ${reply.status} ${reply.text.slice(0, 1000)}`);
    return reply.bytes.length && /json/.test(reply.headers["content-type"] ?? "") ? reply.json : undefined;
  }

  get(path) {
    return this.expect(200, "GET", path);
  }

  ticket(ref) {
    return this.get(`/api/v1/tickets/${ref}`);
  }

  /** A change of a ticket, made on the version it has now. */
  async change(status, method, ref, part, json, headers = {}) {
    const read = await this.call("GET", `/api/v1/tickets/${ref}`);
    assert.equal(read.status, 200, read.text);
    return this.expect(status, method, `/api/v1/tickets/${ref}/${part}`, {
      json,
      headers: { "if-match": read.headers.etag, ...headers },
    });
  }

  submit(request, headers) {
    return this.expect(201, "POST", "/api/v1/tickets", { json: request, headers });
  }

  triage(ref, { tier, pod, assignee }) {
    return this.change(200, "PUT", ref, "triage", { tier, pod, assignee });
  }

  reply(ref, body, expectation) {
    return this.change(201, "POST", ref, "replies", expectation ? { body, expectation } : { body });
  }

  note(ref, body) {
    return this.change(201, "POST", ref, "notes", { body });
  }

  resolve(ref, message) {
    return this.change(200, "PUT", ref, "resolution", { message });
  }
}

/** Signs in with a password; the client then sends cookie, Origin and CSRF token as a browser would. */
export async function signIn(base, { mail, password }) {
  const reply = await new Api(base).call("POST", "/api/v1/session", {
    json: { email: mail, password },
    headers: { origin: base },
  });
  assert.equal(reply.status, 201, reply.text);
  const [[name, { value, attributes }]] = Object.entries(cookiesOf(reply));
  const api = new Api(base, { cookie: `${name}=${value}`, csrf: reply.json.csrf_token });
  return Object.assign(api, { session: reply.json, cookieName: name, cookieAttributes: attributes });
}
