import { expect } from "@playwright/test";
import { test } from "./fixtures/rights-test";
import { ACTIONS, PAGES, ROUTES } from "./rights";
import { findActions, findPages, findRoutes } from "./rights/find-doors";
import { walkPages } from "./rights/walk-pages";
import { walkRoutes } from "./rights/walk-routes";

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

function differencesOf(found: string[], entries: Record<string, unknown>): string[] {
  const missing = found.filter((name) => !(name in entries)).map((name) => `${name} has no entry`);
  const stale = Object.keys(entries).filter((name) => !found.includes(name));
  return [...missing, ...stale.map((name) => `${name} is not there any more`)];
}
