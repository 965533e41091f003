// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import type { Stretch } from "@/client/types";
import { Timeline } from "./Timeline";

const at = (hour: number) => `2026-03-10T${String(hour).padStart(2, "0")}:00:00Z`;
const stretch = (from: number, to: number, over: Partial<Stretch>): Stretch => ({
  from: at(from),
  to: at(to),
  reason: "open",
  phase: "past",
  name: null,
  counted_seconds: (to - from) * 3600,
  ...over,
});

const clock = {
  starts: at(8),
  until: at(12),
  due: at(18),
  stopped: false,
  stretches: [
    stretch(8, 10, { reason: "closed", counted_seconds: 0 }),
    stretch(10, 12, {}),
    stretch(12, 18, { phase: "ahead" }),
  ],
};

test("the arrows go from stretch to stretch, beginning where the clock stands, and stay within the bar", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  await act(async () =>
    root.render(
      <MantineProvider>
        <Timeline name="First reply" zone="UTC" {...clock} />
      </MantineProvider>,
    ),
  );
  const bar = document.querySelector<HTMLElement>("[role=slider]");
  const press = (key: string) =>
    act(async () => void bar?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
  const says = () => bar?.getAttribute("aria-valuetext");

  await act(async () => bar?.focus());
  expect(bar?.getAttribute("aria-valuemax")).toBe("3");
  expect(says()).toBe("Tue 10 Mar 10:00–12:00, 2 h: counted");
  await press("ArrowRight");
  expect(says()).toBe("Tue 10 Mar 12:00–18:00, 6 h: still to come");
  await press("ArrowRight");
  expect(says()).toBe("Tue 10 Mar 12:00–18:00, 6 h: still to come");
  await press("Home");
  expect(says()).toBe("Tue 10 Mar 08:00–10:00, 2 h: closed, did not count");
  expect(document.body.textContent).toContain("due 18:00");
  act(() => root.unmount());
});
