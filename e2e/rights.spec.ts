import { test as base, expect } from "@playwright/test";
import { startRightsApplication } from "./fixtures/rights-application";
import { ACTIONS, PAGES, ROUTES } from "./rights";
import type { Application } from "./rights/application";
import { findActions, findPages, findRoutes } from "./rights/find-doors";
import { walkActions } from "./rights/walk-actions";
import { walkPages } from "./rights/walk-pages";
import { walkRoutes } from "./rights/walk-routes";

const test = base.extend<object, { application: Application }>({
  application: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed.
    async ({}, use) => {
      const { origin, stop } = await startRightsApplication();
      // Only now, since it works on the database that the environment names when it is loaded.
      const { makeWorld, readTables, closeDatabase } = await import("./fixtures/rights-world");
      await use({ origin, makeWorld, readTables });
      await closeDatabase();
      await stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

test("every page, route and server action has an entry under e2e/rights, and every entry is of one", () => {
  expect(differencesOf(findPages(), PAGES), "pages").toEqual([]);
  expect(differencesOf(findRoutes(), ROUTES), "routes").toEqual([]);
  expect(
    differencesOf(
      findActions().map(({ name }) => name),
      ACTIONS,
    ),
    "server actions",
  ).toEqual([]);
});

test("each page opens to whom it should, and is not there for anybody else", async ({ application }) => {
  expect(await walkPages(application)).toEqual([]);
});

test("each route answers whom it should, nobody with 401 and anybody else with 404", async ({ application }) => {
  expect(await walkRoutes(application)).toEqual([]);
});

test("each server action acts for whom it should; for anybody else it changes no row of any table and answers with nothing", async ({
  application,
}) => {
  test.setTimeout(300_000);
  expect(await walkActions(application)).toEqual([]);
});

function differencesOf(found: string[], entries: Record<string, unknown>): string[] {
  const missing = found.filter((name) => !(name in entries)).map((name) => `${name} has no entry`);
  const stale = Object.keys(entries).filter((name) => !found.includes(name));
  return [...missing, ...stale.map((name) => `${name} is not there any more`)];
}
