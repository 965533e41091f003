// Plain HTTP/1.1 with nothing added: tests set Origin, cookies and broken framing themselves.
import http from "node:http";
import https from "node:https";
import net from "node:net";

const agents = {
  "http:": new http.Agent({ keepAlive: true, maxSockets: 64 }),
  "https:": new https.Agent({ keepAlive: true, maxSockets: 64 }),
};
const schemes = { "http:": http, "https:": https };

/** From now on `https:` is checked with this certificate. */
export function trust(certificate) {
  agents["https:"].options.ca = certificate;
}

/** A request of node's, not sent yet, on a kept connection. */
export const requestTo = (url, options, answered) =>
  schemes[url.protocol].request(url, { agent: agents[url.protocol], ...options }, answered);

/** One request; `body` is a string or Buffer. Resolves with status, headers, `bytes`, `text` and lazily `json`. */
export function send(base, { method = "GET", path = "/", headers = {}, body, signal } = {}) {
  const url = new URL(base);
  return new Promise((resolve, reject) => {
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const request = requestTo(
      url,
      {
        signal,
        method,
        path,
        headers: { ...(bytes ? { "content-length": bytes.length } : {}), ...headers },
      },
      (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const received = Buffer.concat(chunks);
          resolve({
            status: response.statusCode,
            headers: response.headers,
            bytes: received,
            get text() {
              return received.toString("utf8");
            },
            get json() {
              return JSON.parse(received.toString("utf8"));
            },
          });
        });
      },
    );
    request.on("error", reject);
    request.end(bytes);
  });
}

/** Bytes as they are over a fresh connection; resolves with everything that came back until the desk closed. */
export function sendRaw(base, bytes) {
  const url = new URL(base);
  return new Promise((resolve, reject) => {
    const chunks = [];
    const socket = net.connect(Number(url.port), url.hostname, () => socket.write(bytes));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", () => socket.end());
    socket.on("error", (error) =>
      chunks.length ? resolve(Buffer.concat(chunks).toString("latin1")) : reject(error),
    );
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
}

/** Cookies of a Set-Cookie header as `name → {value, attributes}`. */
export function cookiesOf(reply) {
  const cookies = {};
  for (const line of reply.headers["set-cookie"] ?? []) {
    const [pair, ...attributes] = line.split(";").map((part) => part.trim());
    const equals = pair.indexOf("=");
    cookies[pair.slice(0, equals)] = { value: pair.slice(equals + 1), attributes };
  }
  return cookies;
}
