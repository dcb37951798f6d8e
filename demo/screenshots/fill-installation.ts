import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { campaignTags, operatorAliases, userCampaigns, users as usersTable } from "@/db/schema";
import { makeOperator } from "@/db/testing/make-task";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { operatorMatchKey } from "@/lib/operators/operator-match-key";
import { createUser } from "@/lib/users/create-user";
import { makeConnections, type PayPerCall } from "./make-connections";
import { makeHistory } from "./make-history";
import { makeOutcomeHistory } from "./make-outcome-history";
import { makeQualityHistory } from "./make-quality-history";
import { makeQualityWork } from "./make-quality-work";
import { CAMPAIGNS, OPERATORS, PEOPLE, TAGS } from "./people-and-campaigns";

const DAY_MS = 86_400_000;

/** What is to know of an installation that was filled. */
export type FilledInstallation = {
  /** Who looks at the pages: an administrator, and an agent at those that agents have. */
  viewer: { userId: string; sessionVersion: number };
  agent: { userId: string; sessionVersion: number };
  apiKey: string;
  campaignIds: number[];
  operatorIds: string[];
  payPerCall: PayPerCall;
};

/** Fills an empty installation with people, campaigns, operators, keys and two weeks of tasks. */
export async function fillInstallation({ now }: { now: Date }): Promise<FilledInstallation> {
  const users = [];
  for (const person of PEOPLE) users.push(await createUser({ ...person, password: "correct horse battery staple" }));
  const campaignIds: number[] = [];
  for (const { name, description } of CAMPAIGNS)
    campaignIds.push((await createCampaign({ actor: "system", name, description, source: "anura" })).id);
  const operatorIds: string[] = [];
  for (const name of OPERATORS) operatorIds.push(await makeOperator(name));
  const [firstCampaign] = campaignIds;
  const [firstOperator] = operatorIds;
  const [viewer] = users;
  if (firstCampaign === undefined || firstOperator === undefined || !viewer) throw new Error("The installation could not be filled.");
  await db.insert(userCampaigns).values(users.slice(1, -1).flatMap(({ id }, index) => membershipsOf(id, campaignIds, index)));
  await db.insert(campaignTags).values(TAGS.map((tag) => ({ ...tag, campaignId: firstCampaign, matchKey: operatorMatchKey(tag.name) })));
  await db
    .insert(operatorAliases)
    .values(["Lopez Maria", "M. López (201)"].map((name) => ({ name, matchKey: operatorMatchKey(name), operatorId: firstOperator })));
  const { key } = await createApiKey({ actor: "system", name: "Anura" });
  await createApiKey({ actor: "system", name: "Anura, second office", expiresAt: new Date(now.getTime() + 9 * DAY_MS) });
  await createApiKey({ actor: "system", name: "Reports", scope: "api", expiresAt: new Date(now.getTime() + 200 * DAY_MS) });
  await makeHistory({ until: now, campaignIds, operatorIds });
  const [, supervisor, , auditor, otherAuditor, agent] = users;
  if (!supervisor || !auditor || !otherAuditor || !agent) throw new Error("Nobody does quality work.");
  const auditorIds = [auditor.id, otherAuditor.id];
  await db.update(usersTable).set({ operatorId: firstOperator }).where(eq(usersTable.id, agent.id));
  await makeQualityHistory({ campaignIds, operatorIds, supervisorId: supervisor.id, auditorIds });
  await makeQualityWork({
    ...{ campaignId: firstCampaign, auditorIds, now },
    agent: { userId: agent.id, role: "agent", campaignIds: [], operatorId: firstOperator },
    arbiter: { userId: viewer.id, role: "admin", campaignIds: [], operatorId: null },
  });
  const payPerCall = await makeConnections();
  await makeOutcomeHistory({ until: now });
  return { viewer: sessionOf(viewer), agent: sessionOf(agent), apiKey: key, campaignIds, operatorIds, payPerCall };
}

function sessionOf({ id, sessionVersion }: { id: string; sessionVersion: number }) {
  return { userId: id, sessionVersion };
}

function membershipsOf(userId: string, campaignIds: number[], index: number) {
  return campaignIds.filter((_, place) => place === 0 || (place + index) % 3 !== 0).map((campaignId) => ({ userId, campaignId }));
}
