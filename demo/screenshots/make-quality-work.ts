import { and, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { auditAnswers, audits } from "@/db/schema";
import { createSample } from "@/lib/assignments/create-sample";
import type { Viewer } from "@/lib/auth/viewer";
import { decideDispute } from "@/lib/disputes/decide-dispute";
import { openDispute } from "@/lib/disputes/open-dispute";

type MakeQualityWorkInput = { campaignId: number; agent: Viewer; arbiter: Viewer; auditorIds: string[]; now: Date };

const DAY_MS = 86_400_000;
const REASONS = [
  "I asked for the customer's document at the very beginning; the recording starts after it.",
  "The customer had to leave, and we agreed that I call again on Monday at ten. I said so twice.",
] as const;

/** What waits for people: calls drawn to be audited, the same calls for two auditors to compare, and an agent's objections. */
export async function makeQualityWork({ campaignId, agent, arbiter, auditorIds, now }: MakeQualityWorkInput): Promise<void> {
  const days = { startsOn: dayBefore(now, 6), endsOn: dayBefore(now, 0), dueOn: dayBefore(now, -4) };
  const quotas = auditorIds.map((userId, index) => ({ userId, count: 7 - 2 * index }));
  const sample = { ...days, stratification: "operator" as const, seed: "week-47" };
  await createSample({ actor: arbiter, campaignId, input: { ...sample, kind: "quality", name: "Week 47", quotas } });
  const alike = auditorIds.map((userId) => ({ userId, count: 3 }));
  await createSample({
    actor: arbiter,
    campaignId,
    input: { ...sample, kind: "calibration", name: "Calibration, November", quotas: alike },
  });
  await disputeTwice({ agent, arbiter, now });
}

/** The latest failed answers that a person gave, one of them decided. */
async function disputeTwice({ agent, arbiter, now }: Pick<MakeQualityWorkInput, "agent" | "arbiter" | "now">): Promise<void> {
  const failed = await db
    .select({ auditId: audits.id, criterionId: auditAnswers.criterionId, completedAt: audits.completedAt })
    .from(audits)
    .innerJoin(auditAnswers, and(eq(auditAnswers.auditId, audits.id), eq(auditAnswers.answer, "fails")))
    .where(and(eq(audits.operatorId, agent.operatorId ?? ""), isNotNull(audits.completedBy)))
    .orderBy(desc(audits.completedAt), auditAnswers.criterionId)
    .limit(REASONS.length);
  for (const [index, { auditId, criterionId, completedAt }] of failed.entries()) {
    const openedAt = new Date(Math.min(now.getTime() - 2 * 3_600_000, (completedAt ?? now).getTime() + 6 * DAY_MS));
    const { id } = await openDispute({ actor: agent, auditId, criterionId, reason: REASONS[index] ?? "", now: openedAt });
    const decision = "I listened to it again: the next step is named, but without a day.";
    if (index > 0) await decideDispute({ actor: arbiter, disputeId: id, decision, accepted: null });
  }
}

/** In Buenos Aires, as the pictures are. */
function dayBefore(now: Date, days: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Argentina/Buenos_Aires" }).format(new Date(now.getTime() - days * DAY_MS));
}
