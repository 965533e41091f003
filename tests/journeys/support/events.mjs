// A reader of server-sent events that keeps everything it saw.
import { requestTo } from "./http.mjs";
import { until } from "./until.mjs";

export async function openEvents(base, path, headers = {}) {
  const url = new URL(path, base);
  const seen = [];
  const state = { ended: false };
  // A connection of its own, where no certificate has to be known: streams must not use up those of requests.
  const alone = url.protocol === "http:" ? { agent: false } : {};
  const request = requestTo(url, { ...alone, headers: { accept: "text/event-stream", ...headers } });
  request.on("error", () => {
    state.ended = true;
  });
  request.end();
  const response = await new Promise((resolve, reject) => {
    request.once("response", resolve);
    request.once("error", reject);
  });
  let rest = "";
  response.setEncoding("utf8");
  response.on("error", () => {});
  response.on("close", () => {
    state.ended = true;
  });
  response.on("data", (chunk) => {
    const blocks = (rest + chunk).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    for (const block of blocks) {
      const event = { type: "message", data: "" };
      for (const line of block.split(/\r?\n/)) {
        if (line.startsWith(":")) event.comment = line;
        const [, field, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
        if (field === "data") event.data += (event.data && "\n") + value;
        if (field === "event") event.type = value;
        if (field === "id") event.id = value;
      }
      if (event.data || event.id) seen.push(event);
    }
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    seen,
    get ended() {
      return state.ended;
    },
    /** The first event that `which` picks, once it is here. */
    first: (what, which, seconds = 10) => until(`an event: ${what}`, () => seen.find(which), { seconds }),
    close: () => request.destroy(),
  };
}
