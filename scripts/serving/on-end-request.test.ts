import { EventEmitter } from "node:events";
import { afterEach, expect, test, vi } from "vitest";
import { onEndRequest } from "./on-end-request";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("one Ctrl-C that arrives three times asks for the end once, and a later one ends at once", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const exit = vi.spyOn(process, "exit").mockImplementation(() => {
    throw new Error("ended at once");
  });
  const source = new EventEmitter();
  const { signal, requested } = onEndRequest(source);
  expect(signal.aborted).toBe(false);

  for (const copy of ["SIGINT", "SIGINT", "SIGTERM"]) source.emit(copy);
  await requested;
  expect(signal.aborted).toBe(true);
  expect(exit).not.toHaveBeenCalled();

  vi.advanceTimersByTime(600);
  expect(() => source.emit("SIGINT")).toThrow("ended at once");
  expect(exit).toHaveBeenCalledWith(1);
});

test("the death of the process that started this one asks for the end too", async () => {
  const source = new EventEmitter();
  const { requested } = onEndRequest(source);
  source.emit("disconnect");
  await requested;
});
