import { expect, test } from "vitest";
import { announceShutdown, onShutdown, runShutdown, shutdownSignal } from "./shutdown";

test("hooks run once each, the last registered first, and one that fails keeps no other from running", async () => {
  const ran: string[] = [];
  onShutdown("pools", () => void ran.push("pools"));
  onShutdown("broken", () => Promise.reject(new Error("would not end")));
  onShutdown("engine", () => void ran.push("old engine"));
  onShutdown("engine", () => void ran.push("engine"));
  const takeBack = onShutdown("gone", () => void ran.push("gone"));
  takeBack();
  await runShutdown();
  await runShutdown();
  expect(ran).toEqual(["engine", "pools"]);
});

test("what never ends by itself hears of the end before the hooks run", () => {
  expect(shutdownSignal().aborted).toBe(false);
  announceShutdown();
  expect(shutdownSignal().aborted).toBe(true);
});
