import type { Application } from "./application";
import { PAGES } from "./index";
import { pathOf, tellsTooMuch, VISITORS } from "./rights";

/** Asks for every page as every visitor. Returns what was not as it should be. */
export async function walkPages({ origin, makeWorld }: Application): Promise<string[]> {
  const { given, cookies } = await makeWorld();
  const wrong: string[] = [];
  for (const [name, { address, openTo, others, leadsTo }] of Object.entries(PAGES)) {
    const url = `${origin}${await address(given)}`;
    for (const visitor of VISITORS) {
      const answer = await fetch(url, { headers: { Cookie: cookies[visitor] }, redirect: "manual" });
      const body = await answer.text();
      const location = answer.headers.get("location");
      const got = location === null ? String(answer.status) : pathOf(location);
      const refusal = visitor === "nobody" && others === "sign-in" ? "/sign-in" : "404";
      const wanted = leadsTo?.(visitor) ?? (openTo.includes(visitor) ? "200" : refusal);
      if (got !== wanted) wrong.push(`${name} for ${visitor}: ${got} instead of ${wanted}`);
      if (wanted !== "200" && tellsTooMuch(body, { visitor, given })) wrong.push(`${name} for ${visitor}: tells of what they may not see`);
    }
  }
  return wrong;
}
