// @vitest-environment jsdom
import { act, type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useKeys } from "./useKeys";

let root: Root;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

const show = (node: ReactNode) => act(() => root.render(node));
const pressEscape = () =>
  act(() => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
  });

function Room({ leave, children }: { leave: () => void; children?: ReactNode }) {
  useKeys({ back: leave });
  return children;
}

function Field() {
  useKeys({
    back: () => {
      const field = document.querySelector("textarea");
      return document.activeElement === field ? field?.blur() : false;
    },
  });
  return <textarea />;
}

/** Closes as the dialogs do: on the way down, and its content is gone before the frame around it. */
function Dialog() {
  const [opened, setOpened] = useState(true);
  useEffect(() => {
    const close = () => flushSync(() => setOpened(false));
    window.addEventListener("keydown", close, { capture: true });
    return () => window.removeEventListener("keydown", close, { capture: true });
  }, []);
  return <div role="dialog">{opened && <button type="button">Yes</button>}</div>;
}

test("a field in a room is asked before the room it was shown with", () => {
  const leave = vi.fn();
  show(
    <Room leave={leave}>
      <Field />
    </Room>,
  );
  document.querySelector("textarea")?.focus();
  pressEscape();
  expect(document.activeElement).toBe(document.body);
  expect(leave).not.toHaveBeenCalled();
  pressEscape();
  expect(leave).toHaveBeenCalledOnce();
});

test("escape that closes a dialog leads nowhere, the next one does", () => {
  const leave = vi.fn();
  show(
    <Room leave={leave}>
      <Dialog />
    </Room>,
  );
  document.querySelector("button")?.focus();
  pressEscape();
  expect(document.querySelector("button")).toBeNull();
  expect(leave).not.toHaveBeenCalled();
  show(<Room leave={leave} />);
  pressEscape();
  expect(leave).toHaveBeenCalledOnce();
});
