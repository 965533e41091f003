// Links by mail with which people of the desk set their passwords.
import assert from "node:assert/strict";
import { Api } from "./api.mjs";
import { post, visit } from "./form.mjs";
import { cookiesOf } from "./http.mjs";

export const goodPassword = "teapot under the linden";

/** The path of the link in a text; fails where it leads elsewhere than to the desk's own address. */
export function linkIn(base, text) {
  const [link] = /https?:\/\/\S+\/password\/[\w-]+/.exec(text) ?? [];
  assert.ok(link, `no link in:\n${text}`);
  assert.ok(link.startsWith(`${base}/password/`), link);
  return link.slice(base.length);
}

/** Posts a new password where a link leads; `again` is what stands in the second field. */
export function setPassword(base, path, password = goodPassword, { again = password, headers } = {}) {
  return post(base, path, { password, again }, { headers });
}

/** Sets the password; resolves with the session it begins. */
export async function goIn(base, path, password = goodPassword, headers = {}) {
  const reply = await setPassword(base, path, password, { headers });
  assert.equal(reply.status, 303, reply.text);
  assert.equal(reply.location, "/staff/");
  const { punctual_session } = cookiesOf(reply);
  const api = new Api(base, { cookie: `punctual_session=${punctual_session.value}` });
  api.csrf = (await api.get("/api/v1/session")).csrf_token;
  return api;
}

/** The link does not work: its page says so. */
export async function assertGone(base, path) {
  const page = await visit(base, path);
  assert.equal(page.status, 404);
  assert.match(page.text, /This link does not work any more/);
}

export const accountOf = async (manager, email) =>
  (await manager.get("/api/v1/accounts")).items.find((one) => one.email === email);
