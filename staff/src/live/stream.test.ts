import { beforeEach, expect, test, vi } from "vitest";
import { openStream } from "./stream";

class Source {
  static readonly CLOSED = 2;
  static latest: Source;
  readyState = 0;
  onopen = () => {};
  onerror = () => {};
  ticket: (event: { lastEventId: string; data: string }) => void = () => {};
  constructor() {
    Source.latest = this;
  }
  addEventListener(_: string, heard: Source["ticket"]) {
    this.ticket = heard;
  }
  close() {}
}

beforeEach(() => vi.stubGlobal("EventSource", Source));

function listening() {
  const gap = vi.fn();
  openStream({ changed: () => {}, state: () => {}, gap });
  return { gap, source: Source.latest };
}

test("what changed between the page and the first connection is asked for", () => {
  const { gap, source } = listening();
  source.onopen();
  expect(gap).toHaveBeenCalledOnce();
});

test("without a cursor a new connection may have missed something, with one it has not", () => {
  const { gap, source } = listening();
  source.onopen();
  source.onerror();
  source.onopen();
  expect(gap).toHaveBeenCalledTimes(2);
  source.ticket({ lastEventId: "7", data: "{}" });
  source.onerror();
  source.onopen();
  expect(gap).toHaveBeenCalledTimes(2);
});
