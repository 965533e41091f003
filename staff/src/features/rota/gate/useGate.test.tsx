// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, test, vi } from "vitest";
import type { RotaEdit, RotaLook } from "@/client/types";
import { gap, once } from "../world";
import { type Gate, useGate } from "./useGate";

const post = vi.hoisted(() => vi.fn());
const changed = vi.hoisted(() => vi.fn());
vi.mock("@/client/api", () => ({ desk: { POST: post } }));
vi.mock("../rota", () => ({ useRotaChanged: () => changed }));

const opening = (from: string) => ({ pod: null, gap: once(gap({ from })), tickets: [], could_cover: [] });
const looks = {
  one: { opens: [opening("2026-11-30T13:00:00Z")], more: 0, seen: "one" },
  two: {
    opens: [opening("2026-11-30T13:00:00Z"), opening("2026-12-07T13:00:00Z")],
    more: 0,
    seen: "two",
  },
  nothing: { opens: [], more: 0, seen: null },
} satisfies Record<string, RotaLook>;
const othersOpened = { type: "/problems/opens-gaps", title: "This opens gaps", status: 409 };
const edit: RotaEdit = { grant_time_off: { time_off: 7 } };

/** Answers of the desk, one a request. */
function answers(...list: ({ data: unknown } | { error: unknown })[]) {
  for (const answer of list) post.mockResolvedValueOnce(answer);
}

function Probe({ held }: { held: { now?: Gate } }) {
  held.now = useGate();
  return null;
}

async function gate(use: (current: () => Gate) => Promise<void>) {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const held: { now?: Gate } = {};
  const root = createRoot(document.createElement("div"));
  await act(async () => root.render(<Probe held={held} />));
  await use(() => held.now as Gate);
  act(() => root.unmount());
}

beforeEach(() => {
  post.mockReset();
  changed.mockReset();
});

test("what was shown is sent with the change, and a word with the grant", () =>
  gate(async (current) => {
    answers({ data: looks.one }, { data: { time_off: 7, swap: null } });
    await act(() => current().look(edit));
    expect(changed).not.toHaveBeenCalled();
    await act(() => current().carryOut("Enjoy it"));
    expect(post.mock.calls[1]).toEqual([
      "/api/v1/rota/edits",
      { body: { edit: { grant_time_off: { time_off: 7, answer: "Enjoy it" } }, seen: "one" } },
    ]);
    expect(changed).toHaveBeenCalledOnce();
  }));

test("where it opens other gaps than were shown nothing is done, and those are shown", () =>
  gate(async (current) => {
    answers({ data: looks.one }, { error: othersOpened }, { data: looks.two });
    await act(() => current().look(edit));
    let done = true;
    await act(async () => {
      done = await current().carryOut();
    });
    expect([done, current().news, current().looked?.look.seen]).toEqual([false, true, "two"]);
    expect(changed).not.toHaveBeenCalled();
    answers({ data: { time_off: 7, swap: null } });
    await act(() => current().carryOut());
    expect(post.mock.lastCall?.[1].body.seen).toBe("two");
    expect(current().news).toBe(false);
  }));

test("another refusal leaves what was shown", () =>
  gate(async (current) => {
    answers({ data: looks.one }, { error: { type: "/problems/stale", title: "Too late", status: 409 } });
    await act(() => current().look(edit));
    await act(() => current().carryOut());
    expect([current().news, current().refusal?.title, current().looked?.look.seen]).toEqual([
      false,
      "Too late",
      "one",
    ]);
  }));

test("a swap by itself is agreed on at once, and what is left is looked at anew", () =>
  gate(async (current) => {
    const swap = { person: 4, on: { date: "2026-11-30", hours: ["08:00", "17:00"] } };
    answers({ data: looks.one }, { data: looks.nothing }, { data: {} }, { data: looks.nothing });
    await act(() => current().look({ withdraw_swap: { swap: 1 } }));
    await act(() => current().agree(swap));
    expect(
      post.mock.calls.map(([path, { body }]) => [path.split("/").at(-1), Object.keys(body.edit)[0]]),
    ).toEqual([
      ["looks", "withdraw_swap"],
      ["looks", "agree_swap"],
      ["edits", "agree_swap"],
      ["looks", "withdraw_swap"],
    ]);
    expect(current().looked?.look.seen).toBeNull();
  }));
