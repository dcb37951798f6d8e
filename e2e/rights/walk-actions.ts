import type { Application } from "./application";
import { type ActionDoor, findActions } from "./find-doors";
import { ACTIONS, PAGES } from "./index";
import { type ActionAnswer, postAction } from "./post-action";
import { type ActionRights, type Given, pathOf, tellsTooMuch, VISITORS, type Visitor } from "./rights";

type Call = { application: Application; door: ActionDoor; rights: ActionRights };
type Outcome = { visitor: Visitor; answer: ActionAnswer; changed: string[]; rights: ActionRights; given: Given };

/**
 * Calls every server action as every visitor: those who may not one after the other on the same things, each of those who may on things of
 * their own. Returns what was not as it should be.
 */
export async function walkActions(application: Application): Promise<string[]> {
  const wrong: string[] = [];
  for (const door of findActions()) {
    for (const rights of [ACTIONS[door.name] ?? []].flat()) {
      const refused = VISITORS.filter((visitor) => !rights.openTo.includes(visitor));
      for (const group of [refused, ...rights.openTo.map((visitor) => [visitor])])
        wrong.push(...(await callAs(group, { application, door, rights })).map((problem) => `${door.name} ${problem}`));
    }
  }
  return wrong;
}

async function callAs(visitors: Visitor[], { application, door, rights }: Call): Promise<string[]> {
  if (visitors.length === 0) return [];
  const { origin, makeWorld, takeChangedTables } = application;
  const { given, cookies } = await makeWorld();
  const args = await rights.args(given);
  const address = await (PAGES[door.page]?.address(given) ?? door.page);
  const wrong: string[] = [];
  await takeChangedTables();
  for (const visitor of visitors) {
    const answer = await postAction({ origin, address, id: door.id, args, cookie: cookies[visitor] });
    const changed = await takeChangedTables();
    const judge = rights.openTo.includes(visitor) ? problemsOfAllowed : problemsOfRefused;
    const { status, leadsTo } = answer;
    const words = `(${status}${leadsTo === null ? "" : `, leads to ${leadsTo}`})`;
    for (const problem of judge({ visitor, answer, changed, rights, given })) wrong.push(`for ${visitor}: ${problem} ${words}`);
  }
  return wrong;
}

function problemsOfAllowed({ answer, changed, rights, given }: Outcome): string[] {
  const isLedAway = isToSignIn(answer) && rights.leadsTo !== "/sign-in";
  return [
    ...(answer.status >= 400 || isLedAway ? ["is refused"] : []),
    ...(rights.isChange && changed.length === 0 ? ["changes nothing"] : []),
    // An answer that is empty for others must not be empty for those who may, or it would say nothing.
    ...(rights.others === "nothing" && !rights.isChange && !answer.body.includes(given.mark) ? ["shows nothing"] : []),
  ];
}

function problemsOfRefused({ visitor, answer, changed, rights, given }: Outcome): string[] {
  const isRefused = answer.status === 404 || (visitor === "nobody" && isToSignIn(answer));
  const mustRefuse = rights.others === "refused" || visitor === "nobody";
  return [
    ...(changed.length > 0 ? [`changes ${changed.join(", ")}`] : []),
    ...(tellsTooMuch(answer.body, { visitor, given }) ? ["shows what they may not see"] : []),
    ...(mustRefuse && !isRefused ? ["is not refused"] : []),
    ...(answer.status >= 500 ? ["fails"] : []),
  ];
}

function isToSignIn({ leadsTo }: ActionAnswer): boolean {
  return leadsTo !== null && pathOf(leadsTo) === "/sign-in";
}
