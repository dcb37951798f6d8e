/** Days of a digest, both included; the days before are as many. */
export type DigestDays = { from: string; to: string };

/** What a digest says of one campaign. Never what calls bring or cost. */
export type CampaignDigest = {
  campaignId: number;
  name: string;
  /** Audits that were completed in those days, by people and by the machine alone. */
  personCount: number;
  machineCount: number;
  /** Of both together; null where there is none. */
  averageScore: number | null;
  /** Of the days before. */
  previousScore: number | null;
  criticalCount: number;
  /** The questions that were failed most often, the worst first, and how often they were answered with yes or no. */
  failed: { question: string; failedCount: number; answeredCount: number }[];
  /** As they stand when the digest is made. */
  openDisputeCount: number;
  overdueDisputeCount: number;
  /** Transcribed calls of those days that have no completed audit, where there is a scorecard to audit them by. */
  unauditedCount: number;
  overdueAssignmentCount: number;
};

export type Digest = { days: DigestDays; campaigns: CampaignDigest[] };
