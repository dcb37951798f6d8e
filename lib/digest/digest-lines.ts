import type { CampaignDigest } from "./campaign-digest";
import type { DigestWords } from "./digest-words";

/** One campaign in words: lines, the questions that were failed most often, and where more is to be seen. */
export type CampaignLines = {
  name: string;
  lines: string[];
  failed: string[];
  links: { label: string; path: string }[];
};

/** What a digest says of a campaign, without markup: what is 0 is not said. */
export function digestLines(campaign: CampaignDigest, words: DigestWords): CampaignLines {
  const { t } = words;
  const { campaignId, personCount, machineCount, criticalCount, unauditedCount, overdueAssignmentCount } = campaign;
  const auditCount = personCount + machineCount;
  const audits = t("audits", { count: auditCount });
  const said = (count: number, line: string) => (count > 0 ? [line] : []);
  return {
    name: campaign.name,
    lines: [
      auditCount === 0 ? audits : `${audits}: ${t("auditsBy", { person: personCount, machine: machineCount })}`,
      ...scoreLine(campaign, words),
      ...said(criticalCount, t("critical", { count: criticalCount })),
      ...disputeLine(campaign, words),
      ...said(unauditedCount, t("unaudited", { count: unauditedCount })),
      ...said(overdueAssignmentCount, t("assignments", { count: overdueAssignmentCount })),
    ],
    failed: campaign.failed.map(({ question, failedCount, answeredCount }) =>
      t("failedLine", { question, failed: failedCount, answered: answeredCount }),
    ),
    links: [
      ...(auditCount > 0 ? [{ label: t("seeAudits"), path: `/dashboard/audits?campaign=${campaignId}` }] : []),
      { label: t("seeTasks"), path: `/dashboard/tasks?campaign=${campaignId}` },
      ...(campaign.openDisputeCount > 0 ? [{ label: t("seeDisputes"), path: `/dashboard/disputes?campaign=${campaignId}` }] : []),
      ...(overdueAssignmentCount > 0 ? [{ label: t("seeAssignments"), path: "/dashboard/assignments" }] : []),
    ],
  };
}

function scoreLine({ averageScore, previousScore }: CampaignDigest, { t, score, change }: DigestWords): string[] {
  if (averageScore === null) return [];
  if (previousScore === null) return [t("score", { score: score(averageScore) })];
  // As the two are told, not as they are: from 80.04 to 80.06 nothing seems to have changed.
  const moved = Math.round(averageScore * 10) / 10 - Math.round(previousScore * 10) / 10;
  const isSame = Math.abs(moved) < 0.05;
  return [t("scoreBefore", { score: score(averageScore), change: isSame ? t("noChange") : change(moved) })];
}

function disputeLine({ openDisputeCount, overdueDisputeCount }: CampaignDigest, { t }: DigestWords): string[] {
  if (openDisputeCount === 0) return [];
  const overdue = overdueDisputeCount > 0 ? `; ${t("disputesOverdue", { count: overdueDisputeCount })}` : "";
  return [t("disputes", { count: openDisputeCount }) + overdue];
}
