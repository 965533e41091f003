// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { WrittenVersion } from "@/client/types";

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock("@/client/api", async () => {
  const { default: createFetchClient } = await import("openapi-fetch");
  const { default: createQueryClient } = await import("openapi-react-query");
  const desk = createFetchClient({ baseUrl: "http://desk.test", fetch: (request) => answer(request) });
  return { desk, api: createQueryClient(desk) };
});

import { EditForm } from "./EditForm";

const version: WrittenVersion = {
  from: "2026-09-01",
  currency: "USD",
  allowance: { time: "10h", every: "month", rollover: 3 },
  rate: "130.00",
  warn_at: [75, 100],
};
const preview = {
  seen: "first",
  changes: ["rate: 131.00 USD an hour"],
  obstacles: [],
  opens: [],
  opens_more: 0,
  before: { usable: 600, left: 120, held: 0 },
  after: { usable: 600, left: 120, held: 0 },
};

type Sent = { method: string; url: string; body: { versions: WrittenVersion[]; seen?: string } };
let sent: Sent[];
let answers: { look: () => [number, object]; write: () => [number, object] };
let root: Root;

const problem = (status: number, more: object): [number, object] => [
  status,
  { type: "/problems/x", title: "No", status, ...more },
];

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal("scrollTo", () => {});
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
  sent = [];
  answers = {
    look: () => [200, preview],
    write: () => [200, { policies: [], versions: [version] }],
  };
  answer.mockImplementation(async (request: Request) => {
    const body = await request.json();
    sent.push({ method: request.method, url: request.url, body });
    const [status, json] = request.method === "PUT" ? answers.write() : answers.look();
    return new Response(JSON.stringify(json), {
      status,
      headers: { "content-type": status === 200 ? "application/json" : "application/problem+json" },
    });
  });
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

async function show(versions: WrittenVersion[]) {
  const rootRoute = createRootRoute();
  const form = createRoute({
    getParentRoute: () => rootRoute,
    path: "/agreements/$client/edit",
    component: () => (
      <EditForm
        client={{ id: 7, name: "Alder" }}
        today="2026-11-28"
        agreement={{ policies: ["Gold"], versions }}
      />
    ),
  });
  const page = createRoute({
    getParentRoute: () => rootRoute,
    path: "/agreements/$client",
    component: () => <h1>The agreement</h1>,
  });
  const router = createRouter({
    routeTree: rootRoute.addChildren([form, page]),
    history: createMemoryHistory({ initialEntries: ["/agreements/7/edit"] }),
  });
  await act(async () => {
    root.render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MantineProvider>
          <RouterProvider router={router as never} />
        </MantineProvider>
      </QueryClientProvider>,
    );
  });
  await see(() => document.querySelector("form"));
}

const text = () => document.body.textContent ?? "";
async function see(what: () => unknown) {
  const end = Date.now() + 3000;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not seen in: ${text()}`);
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  }
}
const field = (label: string) => {
  const found = [...document.querySelectorAll("label")].find((one) => one.textContent === label);
  return document.getElementById(found?.htmlFor ?? "") as HTMLInputElement;
};
const button = (name: string) =>
  [...document.querySelectorAll("button")].find((one) => one.textContent === name) as HTMLButtonElement;
const press = (name: string) => act(async () => button(name).click());
async function type(label: string, typed: string) {
  const input = field(label);
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, typed);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
const written = () => sent.filter(({ method }) => method === "PUT");

test("what is typed is looked at, and written down as it was looked at", async () => {
  await show([version]);
  expect(button("Save").disabled).toBe(true);
  expect(sent).toEqual([]);
  await type("All work", "131.00");
  await see(() => text().includes("Rate: 131.00 USD an hour"));
  expect(text()).toContain("Left today, as before: 2 h of 10 h.");
  await see(() => !button("Save").disabled);
  await press("Save");
  await see(() => text().includes("The agreement"));
  expect(written().map(({ body }) => body)).toEqual([
    { versions: [{ ...version, rate: "131.00" }], seen: "first" },
  ]);
  await see(() => document.querySelector("h1"));
});

test("what the desk refuses stands at its field, and an obstacle keeps it from being saved", async () => {
  answers.look = () => problem(422, { errors: [{ field: "versions[0].rate", detail: "is no amount" }] });
  await show([version]);
  await type("All work", "much");
  await see(() => text().includes("Is no amount"));
  expect(field("All work").getAttribute("aria-invalid")).toBe("true");
  expect(text()).toContain("One entry to put right first.");
  answers.look = () => [200, { ...preview, obstacles: ["September is stated"] }];
  await type("All work", "99.00");
  await see(() => text().includes("September is stated"));
  expect(button("Save").disabled).toBe(true);
  expect(written()).toEqual([]);
});

test("refused because it is another desk by now, it is looked at again and nothing typed is lost", async () => {
  answers.write = () => problem(409, { detail: "The desk is another by now; look again." });
  await show([version]);
  await type("All work", "131.00");
  await see(() => !button("Save").disabled);
  answers.look = () => [200, { ...preview, seen: "second" }];
  await press("Save");
  await see(() => text().includes("The desk is another by now; look again."));
  await see(() => !button("Save").disabled);
  expect(field("All work").value).toBe("131.00");
  answers.write = () => [200, { policies: [], versions: [] }];
  await press("Save");
  await see(() => written().length === 2);
  expect(written().map(({ body }) => body.seen)).toEqual(["first", "second"]);
});

test("the first version is asked for what it lacks before the desk is", async () => {
  await show([]);
  await type("Currency", "eur");
  await press("Save");
  expect(text()).toContain("How much? Write it like 125.00.");
  await see(() => document.activeElement === field("All work"));
  expect(sent).toEqual([]);
  await type("All work", "100.00");
  await see(() => sent.length > 0);
  expect(sent[0]?.body.versions).toEqual([
    { from: "2026-11-28", currency: "EUR", rate: "100.00", warn_at: [75, 100] },
  ]);
});

test("whoever leaves with changes is asked", async () => {
  await show([version]);
  await press("Top up");
  await act(async () => document.querySelector<HTMLElement>('a[href="/agreements/7"]')?.click());
  await see(() => text().includes("The agreement is not saved"));
  await press("Stay");
  expect(field("Bought on").value).toBe("2026-11-28");
});
