// Every reply is checked against api/openapi.yaml: its status, its media type and its body.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

export const contract = parse(readFileSync(new URL("../../../api/openapi.yaml", import.meta.url), "utf8"));

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(contract, "contract");

const methods = ["get", "put", "post", "delete", "patch"];

/** Each operation: `{id, method, path, security, takesBody}`. */
export const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
  methods
    .filter((method) => item[method])
    .map((method) => ({
      id: item[method].operationId,
      method: method.toUpperCase(),
      path,
      security: item[method].security ?? contract.security,
      takesBody: "requestBody" in item[method],
    })),
);

const patterns = operations.map((operation) => ({
  ...operation,
  pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, "[^/]+")}$`),
}));

const seen = new Set();
/** Operations answered with success in this process. */
export const answered = () => seen;

const pointer = (parts) =>
  `contract#/${parts.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;

function resolve(parts) {
  const node = parts.reduce((at, part) => at?.[part], contract);
  return node?.$ref ? resolve(node.$ref.slice(2).split("/")) : { node, parts };
}

const validators = new Map();
function validator(parts) {
  const key = pointer(parts);
  if (!validators.has(key)) validators.set(key, ajv.compile({ $ref: key }));
  return validators.get(key);
}

/** The value must be what the named schema says. */
export function checkSchema(name, value) {
  const validate = validator(["components", "schemas", name]);
  if (!validate(value))
    throw new Error(`not a ${name}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value, null, 1)}`);
}

/** Throws where the reply is not what the contract says of this request. */
export function checkReply(method, path, reply) {
  const bare = path.split("?")[0];
  const place = `${method} ${bare} ${reply.status}`;
  const type = (reply.headers["content-type"] ?? "").split(";")[0];
  const operation = patterns.find((one) => one.method === method && one.pattern.test(bare));
  if (!operation) {
    if (![404, 405].includes(reply.status)) throw new Error(`${place}: the contract knows no such operation`);
    if (type !== "application/problem+json")
      throw new Error(`${place}: refused as ${type}, not as a problem document`);
    return checkSchema("Problem", reply.json);
  }
  const responses = ["paths", operation.path, operation.method.toLowerCase(), "responses"];
  const declared = resolve(responses).node;
  const key = String(reply.status) in declared ? String(reply.status) : "default";
  if (key === "default" && reply.status < 400) throw new Error(`${place}: an undeclared success`);
  const { node: response, parts } = resolve([...responses, key]);
  if (reply.status < 400) seen.add(operation.id);
  if (!response.content) {
    if (reply.bytes.length)
      throw new Error(`${place}: declared without a body, came with ${reply.text.slice(0, 200)}`);
    return;
  }
  if (!(type in response.content))
    throw new Error(`${place}: came as '${type}', declared ${Object.keys(response.content)}`);
  if (!type.endsWith("json")) return;
  const validate = validator([...parts, "content", type, "schema"]);
  const value = reply.json;
  if (!validate(value)) {
    throw new Error(
      `${place}: ${ajv.errorsText(validate.errors, { separator: "\n  " })}\n${JSON.stringify(value, null, 1).slice(0, 4000)}`,
    );
  }
  if (type === "application/problem+json" && value.status !== reply.status) {
    throw new Error(`${place}: the problem document says ${value.status}`);
  }
}
