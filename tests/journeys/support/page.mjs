// Reads a page as a person without JavaScript would: its words, its links, its forms.
import { DomUtils, parseDocument } from "htmlparser2";

const { findAll, findOne, getAttributeValue: attribute, textContent } = DomUtils;
const blocks = /^(p|div|li|h\d|tr|section|article|br|dt|dd|label|summary|header|footer|main|form)$/;

function words(node) {
  if (node.type === "text") return node.data;
  if (["script", "style", "template", "head"].includes(node.name)) return "";
  const inner = (node.children ?? []).map(words).join("");
  return blocks.test(node.name ?? "") ? `\n${inner}\n` : inner;
}

function valueIn(control) {
  if (control.name === "textarea") return textContent(parseDocument(textContent(control).replace(/^\n/, "")));
  if (control.name === "select") {
    const options = findAll((node) => node.name === "option", control.children);
    const chosen = options.find((option) => "selected" in option.attribs) ?? options[0];
    return chosen ? (attribute(chosen, "value") ?? textContent(chosen)) : "";
  }
  const type = attribute(control, "type") ?? "text";
  if (["radio", "checkbox"].includes(type))
    return "checked" in control.attribs ? (attribute(control, "value") ?? "on") : undefined;
  return attribute(control, "value") ?? "";
}

function readForm(form) {
  const controls = findAll((node) => ["input", "select", "textarea"].includes(node.name), form.children);
  const fields = {};
  const types = {};
  for (const control of controls) {
    const name = attribute(control, "name");
    if (!name) continue;
    types[name] = control.name === "input" ? (attribute(control, "type") ?? "text") : control.name;
    const value = valueIn(control);
    if (value !== undefined && types[name] !== "file") fields[name] = value;
    else fields[name] ??= undefined;
  }
  return {
    action: attribute(form, "action") ?? "",
    method: (attribute(form, "method") ?? "get").toLowerCase(),
    enctype: attribute(form, "enctype") ?? "application/x-www-form-urlencoded",
    fields,
    types,
  };
}

export function readPage(html) {
  const document = parseDocument(html);
  const named = (name) => findAll((node) => node.name === name, document.children);
  return {
    html,
    title: textContent(named("title")[0] ?? { type: "text", data: "" }),
    text: words(document)
      .replace(/[ \t]+/g, " ")
      .replace(/\s*\n\s*/g, "\n")
      .trim(),
    links: named("a").map((link) => ({ href: attribute(link, "href"), text: textContent(link).trim() })),
    forms: named("form").map(readForm),
    scripts: named("script"),
    byId: (id) => findOne((node) => attribute(node, "id") === id, document.children, true),
    elements: (test) => findAll(test, document.children),
  };
}
