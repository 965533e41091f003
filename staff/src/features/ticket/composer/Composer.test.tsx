// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import { act, createRef } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import type { Ticket } from "@/client/types";
import type { TicketActions } from "../useTicketActions";
import { Composer, type ComposerHandle } from "./Composer";
import { emptyDraft } from "./draft";

vi.mock("@/features/session/session", () => ({ useSession: () => ({ person: { id: 1 } }) }));

const ticket = {
  ref: "PX-1",
  tier: 2,
  allowed: ["reply", "note", "resolve"],
  contact: { name: "Ana Ruiz", email: "ana@client.test" },
  cc: [],
  timeline: [],
} as unknown as Ticket;

test("a key leads to the end of an unsent draft, and Ctrl+Enter sends it", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  Object.defineProperty(document, "fonts", { value: new EventTarget() });
  localStorage.setItem(
    "punctual.draft.1.PX-1",
    JSON.stringify({ ...emptyDraft, tab: "note", note: "Look at the logs" }),
  );
  const note = vi.fn().mockResolvedValue(true);
  const composer = createRef<ComposerHandle>();
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  await act(async () =>
    root.render(
      <MantineProvider>
        <Composer
          ref={composer}
          ticket={ticket}
          actions={{ note } as unknown as TicketActions}
          triage={() => {}}
        />
      </MantineProvider>,
    ),
  );
  for (const [tab, label] of [
    ["resolve", "Message with the resolution"],
    ["note", "Internal note"],
  ] as const) {
    act(() => void composer.current?.write(tab));
    expect(document.activeElement?.getAttribute("aria-label")).toBe(label);
  }
  const field = document.activeElement as HTMLTextAreaElement;
  expect(field.selectionStart).toBe("Look at the logs".length);
  await act(async () => {
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
  });
  expect(note).toHaveBeenCalledWith({ body: "Look at the logs" });
  act(() => root.unmount());
});
