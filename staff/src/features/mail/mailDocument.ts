import DOMPurify from "dompurify";
import { getNonce } from "get-nonce";

/**
 * A mail's HTML as a document for a sandboxed frame. The frame inherits our content security policy, which
 * forbids style attributes: they become rules of one sheet that carries the page's nonce. They are renamed
 * before anything parses them, since even an inert document complains. Remote pictures are left out.
 */
export function mailDocument(html: string): string {
  const rules: string[] = [];
  const bare = html
    .replace(/<style\b[^>]*>([\s\S]*?)<\/style>/gi, (_, sheet: string) => {
      rules.push(sheet);
      return "";
    })
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(\s*=)/gi, " data-style$1"));
  const clean = DOMPurify.sanitize(bare, {
    WHOLE_DOCUMENT: true,
    RETURN_DOM: true,
    FORBID_TAGS: ["form", "input", "style"],
    FORBID_ATTR: ["style"],
  }) as HTMLElement;
  for (const [index, element] of clean.querySelectorAll<HTMLElement>("[data-style]").entries()) {
    const name = `inline-${index}`;
    // Three times its own name, as heavy as an attribute would be.
    rules.push(`.${name}.${name}.${name}{${element.dataset.style}}`);
    element.classList.add(name);
    element.removeAttribute("data-style");
  }
  for (const picture of clean.querySelectorAll("img")) {
    if (!picture.src.startsWith("data:")) picture.remove();
  }
  for (const link of clean.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  const sheet = rules.join("\n").replaceAll("<", "");
  const nonce = getNonce() ?? "";
  const body = clean.querySelector("body") ?? clean;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mail</title><style nonce="${nonce}">:root{color-scheme:light}\n${sheet}</style></head>${body.outerHTML}</html>`;
}
