import { useEffect, useRef } from "react";
import { type KeyAction, keyMap } from "./keyMap";
import { Sequence, written } from "./press";

/** An action may return false to say that it had nothing to do; then whoever listened before is asked. */
type Handlers = Partial<Record<KeyAction, () => unknown>>;
type Listener = { current: Handlers };

// The newest listener is asked first: a dialog over a page over the shell.
const listeners: Listener[] = [];
const actionOf = new Map<string, KeyAction>();
for (const [action, { keys }] of Object.entries(keyMap)) {
  for (const key of keys) actionOf.set(key, action as KeyAction);
}
const sequence = new Sequence([...actionOf.keys()]);

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Arrow keys belong to the widget that has the focus: a menu, a group of choices, tabs. */
function inWidget(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("[role=menu],[role=listbox],[role=radiogroup],[role=tablist],[role=dialog]") !== null
  );
}

/** Escape closes what is open before it leads anywhere. */
function open(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("[role=menu],[role=listbox],[role=dialog],[aria-expanded=true]") !== null
  );
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const key = written({ key: event.key, mod: event.metaKey || event.ctrlKey, alt: event.altKey });
  if (key === null || (key === "Escape" && open(event.target))) return;
  const busy = typing(event.target) || inWidget(event.target);
  const binding = busy ? key : sequence.complete(key, event.timeStamp);
  const action = binding === null ? undefined : actionOf.get(binding);
  if (!action || (busy && !keyMap[action].whileTyping)) return;
  for (const listener of listeners.toReversed()) {
    const handle = listener.current[action];
    if (handle && handle() !== false) {
      event.preventDefault();
      return;
    }
  }
}

/** Binds actions of the key map while the component is shown. */
export function useKeys(handlers: Handlers) {
  const listener = useRef(handlers);
  listener.current = handlers;
  useEffect(() => {
    if (listeners.length === 0) window.addEventListener("keydown", onKeyDown);
    listeners.push(listener);
    return () => {
      listeners.splice(listeners.indexOf(listener), 1);
      if (listeners.length === 0) window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
