import type { auditAnswers, audits, criteria } from "@/db/schema";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import { makeViewer } from "@/lib/audits/testing/make-sheet";

type MakeAuditedCallInput = {
  disputeDays?: number;
  criteria?: Partial<typeof criteria.$inferInsert>[];
  /** By the criteria in their order; the first one fails and the other complies; the auditor's, unless the machine gave one. */
  answers?: Partial<typeof auditAnswers.$inferInsert>[];
  audit?: Partial<typeof audits.$inferInsert>;
  /** Something without audio, which was entered by hand. */
  isManual?: boolean;
};

/** A call whose audit somebody completed with half of the points, and everybody who has to do with it. */
export async function makeAuditedCall(input: MakeAuditedCallInput = {}) {
  const { disputeDays = 7, criteria, audit = {}, isManual = false } = input;
  const campaignId = await makeCampaign({ disputeDays, timeZone: "America/Argentina/Buenos_Aires" });
  const scorecard = await makeScorecard({ campaignId, criteria });
  const operatorId = await makeOperator();
  const members = {
    agent: await makeViewer("agent", [campaignId], operatorId),
    auditor: await makeViewer("auditor", [campaignId]),
    supervisor: await makeViewer("supervisor", [campaignId]),
    admin: await makeViewer("admin", [campaignId]),
  };
  const answeredBy = members.auditor.userId;
  const { answers: given = [{ answer: "fails" }, { answer: "complies" }] } = input;
  const answers = given.map((answer) => (answer.machineAnswer ? answer : { answeredBy, ...answer }));
  const task = isManual ? null : await makeTask({ campaignId, operatorId, task: { status: "audited", score: 50 } });
  const taskId = task?.taskId ?? null;
  const auditId = await makeAudit({
    ...{ scorecard, campaignId, operatorId, taskId, answers },
    audit: {
      ...{ status: "completed", completedAt: new Date(), completedBy: answeredBy, auditorId: answeredBy },
      ...{ score: 50, scoreWithoutFail: 50, ...audit },
    },
  });
  const [criterionId = "", otherCriterionId = ""] = scorecard.criterionIds;
  return { campaignId, scorecard, operatorId, taskId, auditId, criterionId, otherCriterionId, ...members };
}
