import DOMPurify from "dompurify";
import { getNonce } from "get-nonce";

/**
 * A mail's HTML as a document for a sandboxed frame. The frame inherits our content security policy, which
 * forbids style attributes: they become rules of one sheet that carries the page's nonce.
 */
export function mailDocument(html: string): string {
  const clean = DOMPurify.sanitize(html, {
    WHOLE_DOCUMENT: true,
    RETURN_DOM: true,
    FORBID_TAGS: ["form", "input"],
  }) as HTMLElement;
  const rules: string[] = [];
  for (const sheet of clean.querySelectorAll("style")) {
    rules.push(sheet.textContent ?? "");
    sheet.remove();
  }
  for (const [index, element] of [...clean.querySelectorAll<HTMLElement>("[style]"), clean].entries()) {
    const style = element.getAttribute("style");
    if (!style) continue;
    const name = `inline-${index}`;
    element.classList.add(name);
    element.removeAttribute("style");
    // Three times its own name, as heavy as an attribute would be.
    rules.push(`.${name}.${name}.${name}{${style}}`);
  }
  for (const link of clean.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  const sheet = rules.join("\n").replaceAll("<", "");
  const nonce = getNonce() ?? "";
  const body = clean.querySelector("body") ?? clean;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mail</title><style nonce="${nonce}">:root{color-scheme:light;background:#fff}body{margin:0}\n${sheet}</style></head>${body.outerHTML}</html>`;
}
