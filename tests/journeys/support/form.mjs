// Fills and sends the public forms, urlencoded or multipart, with the hidden fields the page came with.
import { randomBytes } from "node:crypto";
import { send } from "./http.mjs";
import { readPage } from "./page.mjs";

/** A page of the desk, read. */
export async function visit(base, path, headers = {}) {
  const reply = await send(base, { path, headers });
  return Object.assign(readPage(reply.text), { status: reply.status, headers: reply.headers, path });
}

const pairs = (fields) =>
  Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : Array.isArray(value) ? value.map((one) => [name, one]) : [[name, value]],
  );

export function urlencoded(fields) {
  return { type: "application/x-www-form-urlencoded", body: new URLSearchParams(pairs(fields)).toString() };
}

/** `files` are `{field, name, type, bytes}`. */
export function multipart(fields, files = []) {
  const boundary = `punctual${randomBytes(12).toString("hex")}`;
  const parts = pairs(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const chunks = [Buffer.from(parts.join(""))];
  for (const { field = "attachments", name, type = "application/octet-stream", bytes } of files) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
    chunks.push(Buffer.from(head), Buffer.from(bytes), Buffer.from("\r\n"));
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`));
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(chunks) };
}

/** Posts fields as they are; resolves with the reply and its page. */
export async function post(base, path, fields, { files, headers = {}, origin = base } = {}) {
  const { type, body } = files ? multipart(fields, files) : urlencoded(fields);
  const reply = await send(base, {
    method: "POST",
    path,
    headers: { "content-type": type, ...(origin ? { origin } : {}), ...headers },
    body,
  });
  return Object.assign(readPage(reply.text), {
    status: reply.status,
    headers: reply.headers,
    location: reply.headers.location,
  });
}

/** The support page's form with what it came with, to be sent by `sendRequest`. */
export async function openRequestForm(base) {
  const page = await visit(base, "/");
  const form = page.forms.find(({ action }) => new URL(action, base).pathname === "/requests");
  if (!form) throw new Error(`the support page (${page.status}) has no form that posts to /requests`);
  return form;
}

/** Fills the form in and sends it as a browser without JavaScript would. */
export function sendRequest(base, form, typed, options) {
  return post(base, new URL(form.action, base).pathname, { ...form.fields, ...typed }, options);
}

/** One request through the form; fails where it was not received. Resolves with the private page's path. */
export async function submitByForm(base, typed, options) {
  const answer = await sendRequest(base, await openRequestForm(base), typed, options);
  if (answer.status !== 303)
    throw new Error(`the form was answered ${answer.status}:\n${answer.text.slice(0, 2000)}`);
  return new URL(answer.location, base).pathname;
}

/** The reply form of a private page. */
export async function replyOnPage(base, path, typed, options) {
  const page = await visit(base, path);
  const form = page.forms.find(({ types }) => Object.values(types).includes("textarea"));
  if (!form) throw new Error(`${path} (${page.status}) has no reply form:\n${page.text.slice(0, 1000)}`);
  const field = Object.keys(form.types).find((name) => form.types[name] === "textarea");
  const action = form.action ? new URL(form.action, new URL(path, base)).pathname : path;
  return post(base, action, { ...form.fields, [field]: typed }, options);
}
