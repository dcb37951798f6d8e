import type { Application } from "./application";
import { ROUTES } from "./index";
import { VISITORS } from "./rights";

/** Asks every method of every route as every visitor. Returns what was not as it should be. */
export async function walkRoutes({ origin, makeWorld }: Application): Promise<string[]> {
  const { given, cookies } = await makeWorld();
  const wrong: string[] = [];
  for (const [name, { address, openTo, alike }] of Object.entries(ROUTES)) {
    const [method = "GET"] = name.split(" ");
    const url = `${origin}${await address(given)}`;
    for (const visitor of VISITORS) {
      const end = new AbortController();
      const { status } = await fetch(url, { method, headers: { Cookie: cookies[visitor] }, redirect: "manual", signal: end.signal });
      // A stream of events has no end of its own.
      end.abort();
      const wanted = alike ?? (openTo.includes(visitor) ? 200 : visitor === "nobody" ? 401 : 404);
      if (status !== wanted) wrong.push(`${name} for ${visitor}: ${status} instead of ${wanted}`);
    }
  }
  return wrong;
}
