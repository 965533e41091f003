import { useEffect, useRef, useState } from "react";
import { type KeyAction, keyMap } from "./keyMap";
import { Sequence, written } from "./press";

/** An action may return false to say that it had nothing to do; then whoever stands around it is asked. */
type Handlers = Partial<Record<KeyAction, () => unknown>>;
type Listener = { order: number; current: Handlers };

// The innermost is asked first: a field over its page over the shell. Effects run from the inside out, so the
// order is that of rendering, in which a parent always comes before its children.
const listeners: Listener[] = [];
let rendered = 0;
const actionsOf = new Map<string, KeyAction[]>();
for (const [action, { keys }] of Object.entries(keyMap)) {
  for (const key of keys) actionsOf.set(key, [...(actionsOf.get(key) ?? []), action as KeyAction]);
}
const sequence = new Sequence([...actionsOf.keys()]);

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Arrow keys belong to the widget that has the focus: a menu, a group of choices, tabs. */
function inWidget(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      "[role=menu],[role=listbox],[role=radiogroup],[role=tablist],[role=slider],[role=dialog]",
    ) !== null
  );
}

// Escape closes what is open before it leads anywhere. Asked on the way down: once it has closed, nothing is
// left to tell by.
let closing: Event | null = null;

function onKeyDownFirst(event: KeyboardEvent) {
  if (event.key !== "Escape") return;
  const within =
    event.target instanceof HTMLElement &&
    event.target.closest("[role=menu],[role=listbox],[aria-expanded=true]") !== null;
  if (within || document.querySelector("[role=dialog]")) closing = event;
}
// Before any component listens, so that no dialog hears of it earlier.
window.addEventListener("keydown", onKeyDownFirst, { capture: true });

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const key = written({ key: event.key, mod: event.metaKey || event.ctrlKey, alt: event.altKey });
  if (key === null || event === closing) return;
  const busy = typing(event.target) || inWidget(event.target);
  const binding = busy ? key : sequence.complete(key, event.timeStamp);
  const actions = (binding === null ? undefined : actionsOf.get(binding)) ?? [];
  const meant = actions.filter((action) => !busy || keyMap[action].whileTyping);
  for (const listener of listeners.toReversed()) {
    for (const action of meant) {
      const handle = listener.current[action];
      if (handle && handle() !== false) {
        event.preventDefault();
        return;
      }
    }
  }
}

/** Binds actions of the key map while the component is shown. */
export function useKeys(handlers: Handlers) {
  const [order] = useState(() => ++rendered);
  const listener = useRef<Listener>({ order, current: handlers }).current;
  listener.current = handlers;
  useEffect(() => {
    if (listeners.length === 0) window.addEventListener("keydown", onKeyDown);
    listeners.push(listener);
    listeners.sort((a, b) => a.order - b.order);
    return () => {
      listeners.splice(listeners.indexOf(listener), 1);
      if (listeners.length === 0) window.removeEventListener("keydown", onKeyDown);
    };
  }, [listener]);
}
