// @vitest-environment jsdom
import { expect, test } from "vitest";
import { mailDocument } from "./mailDocument";

test("what could act is gone", () => {
  const shown = mailDocument(
    '<p onclick="x()">Hello</p><script>alert(1)</script><a href="javascript:x()">go</a><form></form>',
  );
  expect(shown).toContain("Hello");
  expect(shown).not.toMatch(/script>|onclick|javascript:|<form/);
});

test("style attributes become rules, so that the policy lets them pass", () => {
  const shown = mailDocument('<p style="color:#222222">Hello</p>');
  expect(shown).toContain(".inline-0.inline-0.inline-0{color:#222222}");
  expect(shown).not.toContain('style="');
});

test("a style cannot end its sheet and begin something else", () => {
  const shown = mailDocument('<p style="color:red;}</style><img src=x onerror=x()>">Hello</p>');
  expect(shown.match(/<\/style>/g)).toHaveLength(1);
  expect(shown).not.toContain('onerror=x()>"');
});

test("remote pictures are not fetched", () => {
  expect(mailDocument('<img src="https://tracker.example/x.gif">')).not.toContain("tracker");
});

test("links open elsewhere and tell nothing about us", () => {
  expect(mailDocument('<a href="https://desk.example/r/1">Follow</a>')).toContain(
    'rel="noopener noreferrer"',
  );
});
