import createFetchClient, { type Middleware } from "openapi-fetch";
import createQueryClient from "openapi-react-query";
import { serverClock } from "@/time/serverClock";
import type { paths } from "./schema";

let csrfToken: string | undefined;
let whenSignedOut: () => void = () => {};

export function rememberCsrfToken(token: string | undefined) {
  csrfToken = token;
}

/** Called when the desk no longer knows the session. */
export function onSignedOut(listener: () => void) {
  whenSignedOut = listener;
}

const session: Middleware = {
  onRequest({ request }) {
    if (request.method !== "GET" && csrfToken) request.headers.set("X-CSRF-Token", csrfToken);
    return request;
  },
  onResponse({ request, response }) {
    const signingIn = new URL(request.url).pathname === "/api/v1/session";
    if (response.status === 401 && !signingIn) whenSignedOut();
    return undefined;
  },
};

/** Answers that say when they were true keep the shared clock right. */
const clock: Middleware = {
  async onResponse({ request, response }) {
    if (request.method !== "GET" || !response.headers.get("content-type")?.includes("json")) return undefined;
    const body: unknown = await response.clone().json();
    if (body && typeof body === "object" && "as_of" in body && typeof body.as_of === "string") {
      serverClock.observe(Date.parse(body.as_of), Date.now());
    }
    return undefined;
  },
};

export const desk = createFetchClient<paths>({ credentials: "same-origin" });
desk.use(session, clock);

export const api = createQueryClient(desk);
