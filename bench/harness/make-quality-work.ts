/** Where the pages of quality work are, once there is some. */
export type QualityPlaces = { manualAuditId: string; disputeId: string; sampleId: string };

/**
 * Publishes the template as a campaign's scorecard, so that its tasks can be audited, draws a sample of them for the installation's administrator,
 * and makes an audit of a contact without a recording and a dispute.
 */
export async function makeQualityWork({ campaignId }: { campaignId: number }): Promise<QualityPlaces> {
  // Loaded now, since they connect to the benchmark's database.
  const { sqlClient } = await import("@/db/client");
  const { createSample } = await import("@/lib/assignments/create-sample");
  const { openDispute } = await import("@/lib/disputes/open-dispute");
  const { makeAuditedCall } = await import("@/lib/disputes/testing/make-audited-call");
  const { publishContent } = await import("@/lib/scorecards/publish-content");
  const { scorecardTemplate } = await import("@/lib/scorecards/template/scorecard-template");
  await publishContent({ actor: "system", campaignId, content: scorecardTemplate("en") });
  const [administrator] = await sqlClient<{ id: string }[]>`select id from users order by created_at limit 1`;
  const actor = { userId: administrator?.id ?? "", role: "admin" as const, campaignIds: [], operatorId: null };
  const [days] = await sqlClient<{ startsOn: string; endsOn: string }[]>`
    select min(started_at)::date::text as "startsOn", (max(started_at)::date + 1)::text as "endsOn" from tasks`;
  const { id: sampleId } = await createSample({
    ...{ actor, campaignId },
    input: {
      ...{ kind: "quality", name: "Sample", stratification: "operator", seed: "bench", dueOn: null },
      ...{ startsOn: days?.startsOn ?? "", endsOn: days?.endsOn ?? "", quotas: [{ userId: actor.userId, count: 5 }] },
    },
  });
  const { auditId: manualAuditId, agent, criterionId } = await makeAuditedCall({ isManual: true });
  const { id: disputeId } = await openDispute({ actor: agent, auditId: manualAuditId, criterionId, reason: "It was said." });
  return { manualAuditId, disputeId, sampleId };
}
