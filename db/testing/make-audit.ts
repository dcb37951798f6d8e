import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { db } from "../client";
import { auditAnswers, audits, criteria, scorecards, scorecardVersions } from "../schema";

type Criterion = typeof criteria.$inferInsert;

export type MadeScorecard = { scorecardId: string; versionId: string; criterionIds: string[] };

/** A campaign's scorecard with one published version; what the test says of its criteria overrides two plain questions of half the weight each. */
export async function makeScorecard(input: { campaignId: number; criteria?: Partial<Criterion>[] }): Promise<MadeScorecard> {
  const asked = input.criteria ?? [{ question: "Said hello?" }, { question: "Said goodbye?", section: "Closing" }];
  const [scorecard] = await db.insert(scorecards).values({ campaignId: input.campaignId }).returning({ id: scorecards.id });
  const scorecardId = present(scorecard).id;
  const [version] = await db.insert(scorecardVersions).values({ scorecardId }).returning({ id: scorecardVersions.id });
  const versionId = present(version).id;
  const rows = await db
    .insert(criteria)
    .values(
      asked.map((criterion, position) => ({
        ...{ versionId, position, key: v7(), section: "Opening", question: `Question ${position + 1}?`, kind: "yes_no" as const },
        weight: Math.round(10_000 / asked.length) / 100,
        ...criterion,
      })),
    )
    .returning({ id: criteria.id });
  await publishVersion(versionId, 1);
  return { scorecardId, versionId, criterionIds: rows.map(({ id }) => id) };
}

type MakeAuditInput = {
  scorecard: MadeScorecard;
  campaignId: number;
  taskId?: string | null;
  operatorId?: string | null;
  audit?: Partial<typeof audits.$inferInsert>;
  /** By the criteria in their order; what a test leaves out is not answered. */
  answers?: Partial<typeof auditAnswers.$inferInsert>[];
};

/** An audit as if somebody had made it; returns the id. Its score is what the test says, not worked out. */
export async function makeAudit({ scorecard, campaignId, taskId = null, operatorId = null, audit = {}, answers = [] }: MakeAuditInput) {
  const contactAt = new Date("2026-11-20T15:00:00Z");
  const [made] = await db
    .insert(audits)
    .values({
      ...{ versionId: scorecard.versionId, campaignId, taskId, operatorId, contactAt, passingScore: 80 },
      contactOn: contactAt.toISOString().slice(0, 10),
      ...audit,
    })
    .returning({ id: audits.id });
  const auditId = present(made).id;
  const given = answers.map((answer, index) => ({
    ...{ auditId, criterionId: present(scorecard.criterionIds[index]) },
    ...{ answeredAt: answer.answer ? contactAt : null, ...answer },
  }));
  if (given.length > 0) await db.insert(auditAnswers).values(given);
  return auditId;
}

async function publishVersion(versionId: string, number: number): Promise<void> {
  await db.update(scorecardVersions).set({ number, publishedAt: new Date() }).where(eq(scorecardVersions.id, versionId));
}

function present<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error("What the test asks for is not there.");
  return row;
}
