import { test as base, expect } from "@playwright/test";
import { startRightsApplication } from "./fixtures/rights-application";
import type { World } from "./fixtures/rights-world";
import { ACTIONS, PAGES, ROUTES } from "./rights";
import { findActions, findPages, findRoutes } from "./rights/find-doors";
import { postAction } from "./rights/post-action";
import { type ActionRights, VISITORS, type Visitor } from "./rights/rights";

type Application = {
  origin: string;
  makeWorld: () => Promise<World>;
  readTables: () => Promise<Map<string, string>>;
};

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
    "actions",
  ).toEqual([]);
});

test("each page opens to whom it should, and is not there for anybody else", async ({ application: { origin, makeWorld } }) => {
  const { given, cookies } = await makeWorld();
  const wrong: string[] = [];
  for (const [name, { address, openTo, leadsTo }] of Object.entries(PAGES)) {
    const url = `${origin}${await address(given)}`;
    for (const visitor of VISITORS) {
      const answer = await fetch(url, { headers: { Cookie: cookies[visitor] }, redirect: "manual" });
      const location = answer.headers.get("location");
      const got = location === null ? String(answer.status) : pathOf(location);
      const wanted =
        leadsTo?.(visitor) ?? (openTo.includes(visitor) ? "200" : visitor === "nobody" && !name.startsWith("/join/") ? "/sign-in" : "404");
      const body = await answer.text();
      if (got !== wanted) wrong.push(`${name} for ${visitor}: ${got} instead of ${wanted}`);
      if (wanted !== "200" && body.includes(given.mark)) wrong.push(`${name} for ${visitor}: tells of what they may not see`);
    }
  }
  expect(wrong).toEqual([]);
});

test("each route answers whom it should, nobody with 401 and anybody else with 404", async ({ application: { origin, makeWorld } }) => {
  const { given, cookies } = await makeWorld();
  const wrong: string[] = [];
  for (const [name, { address, openTo, alike }] of Object.entries(ROUTES)) {
    const [method = "GET"] = name.split(" ");
    for (const visitor of VISITORS) {
      const end = new AbortController();
      const url = `${origin}${await address(given)}`;
      const { status } = await fetch(url, { method, headers: { Cookie: cookies[visitor] }, redirect: "manual", signal: end.signal });
      // A stream of events has no end of its own.
      end.abort();
      const wanted = alike ?? (openTo.includes(visitor) ? 200 : visitor === "nobody" ? 401 : 404);
      if (status !== wanted) wrong.push(`${name} for ${visitor}: ${status} instead of ${wanted}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("each server action acts for whom it should; for anybody else it changes no row of any table and answers with nothing", async ({
  application,
}) => {
  test.setTimeout(180_000);
  const wrong: string[] = [];
  for (const door of findActions()) {
    const rights = ACTIONS[door.name];
    if (!rights) continue;
    for (const group of [VISITORS.filter((visitor) => !rights.openTo.includes(visitor)), ...rights.openTo.map((visitor) => [visitor])])
      wrong.push(...(await callAs(group, { application, door, rights })).map((problem) => `${door.name} ${problem}`));
  }
  expect(wrong).toEqual([]);
});

type CallInput = { application: Application; door: ReturnType<typeof findActions>[number]; rights: ActionRights };

/** Calls an action as each of these visitors, on things of their own, and says what was not as it should be. */
async function callAs(visitors: Visitor[], { application, door, rights }: CallInput): Promise<string[]> {
  if (visitors.length === 0) return [];
  const { origin, makeWorld, readTables } = application;
  const { given, cookies } = await makeWorld();
  const args = await rights.args(given);
  const address = await (PAGES[door.page]?.address(given) ?? door.page);
  const wrong: string[] = [];
  let before = await readTables();
  for (const visitor of visitors) {
    const { status, leadsTo, body } = await postAction({ origin, address, id: door.id, args, cookie: cookies[visitor] });
    const after = await readTables();
    const changed = [...after].filter(([table, rows]) => before.get(table) !== rows).map(([table]) => table);
    before = after;
    const say = (problem: string) => wrong.push(`for ${visitor}: ${problem} (${status}${leadsTo === null ? "" : `, leads to ${leadsTo}`})`);
    if (rights.openTo.includes(visitor)) {
      const isLedAway = leadsTo !== null && pathOf(leadsTo) === "/sign-in" && rights.leadsTo !== "/sign-in";
      if (status >= 400 || isLedAway) say("is refused");
      if (rights.isChange && changed.length === 0) say("changes nothing");
      if (rights.others === "nothing" && !body.includes(given.mark)) say("shows nothing");
      continue;
    }
    if (changed.length > 0) say(`changes ${changed.join(", ")}`);
    if (body.includes(given.mark)) say("shows what they may not see");
    const isSignIn = leadsTo !== null && pathOf(leadsTo) === "/sign-in";
    const isRefused = visitor === "nobody" ? isSignIn || status === 404 : status === 404;
    if (!isRefused && (rights.others === "refused" || visitor === "nobody")) say("is not refused");
  }
  return wrong;
}

function differencesOf(found: string[], entries: Record<string, unknown>): string[] {
  const missing = found.filter((name) => !(name in entries)).map((name) => `${name} has no entry`);
  const stale = Object.keys(entries).filter((name) => !found.includes(name));
  return [...missing, ...stale.map((name) => `${name} is not there any more`)];
}

function pathOf(location: string): string {
  return new URL(location, "http://localhost").pathname;
}
