import { makeOpenAudit } from "./make-open-audit";
import { makeOwnAudit } from "./make-own-audit";
import { makePublishedVersion } from "./make-published-version";
import { makeTranscript } from "./make-transcript";
import { change, LISTENERS, MEMBER_SUPERVISORS, MEMBERS, page, type Rights, read, SIGNED_IN, STAFF } from "./rights";

const SHEET = "app/dashboard/audits/actions.ts";
const NEW = "app/dashboard/audits/new/actions.ts";
const TASK = "app/dashboard/tasks/[id]/audit-actions.ts";

/** Mark of a criterion that nobody has said anything of (answerMark of NO_ANSWER). */
const UNSEEN = '[null,null,"",null,"",null]';

/** Audits: their sheets, beside a call and by themselves. */
export const audits: Rights = {
  pages: {
    "/dashboard/audits": page("/dashboard/audits", SIGNED_IN),
    "/dashboard/audits/new": page("/dashboard/audits/new", STAFF),
    "/dashboard/audits/[id]": page(async (given) => `/dashboard/audits/${(await makeOwnAudit(given)).auditId}`, LISTENERS),
  },
  actions: {
    [`${SHEET}#answerCriterionAction`]: change(async (given) => {
      const { auditId, criterionId } = await makeOpenAudit(given);
      return [auditId, { criterionId, answer: "complies", seen: UNSEEN }];
    }, MEMBERS),
    [`${SHEET}#writeRemarksAction`]: change(async (given) => {
      const { auditId } = await makeOpenAudit(given);
      return [auditId, { comment: "Short.", praise: "", seen: { comment: "", praise: "" } }];
    }, MEMBERS),
    [`${SHEET}#acceptSuggestionsAction`]: change(async (given) => [(await makeOpenAudit(given)).auditId], MEMBERS),
    [`${SHEET}#completeAuditAction`]: change(async (given) => [(await makeOpenAudit(given, "answered")).auditId], MEMBERS),
    [`${SHEET}#reopenAuditAction`]: change(async (given) => [(await makeOpenAudit(given, "completed")).auditId, "Why"], MEMBERS),
    [`${SHEET}#validateAuditAction`]: change(async (given) => [(await makeOpenAudit(given, "completed")).auditId], MEMBER_SUPERVISORS),
    [`${SHEET}#withdrawValidationAction`]: change(
      async (given) => [(await makeOpenAudit(given, "validated")).auditId, "Why"],
      MEMBER_SUPERVISORS,
    ),
    [`${SHEET}#deleteAuditAction`]: change(async (given) => [(await makeOpenAudit(given)).auditId, "task"], MEMBER_SUPERVISORS),
    [`${SHEET}#readAuditStateAction`]: read(async (given) => [(await makeOpenAudit(given)).auditId], MEMBERS),
    [`${TASK}#beginAuditAction`]: change(async (given) => {
      await makePublishedVersion(given);
      return [given.taskId, "quality"];
    }, MEMBERS),
    [`${TASK}#requestMachineAuditAction`]: change(async (given) => {
      await makePublishedVersion(given);
      await makeTranscript(given);
      return [given.taskId];
    }, MEMBERS),
    [`${NEW}#openManualAuditAction`]: change(async (given) => {
      await makePublishedVersion(given);
      const { campaignId, operatorId } = given;
      return [{ campaignId, operatorId, channel: "chat", contactAt: "2026-11-20T10:00", reference: "" }];
    }, MEMBERS),
    [`${NEW}#suggestAuditableOperators`]: read(({ mark }) => [mark], MEMBERS, "nothing"),
    [`${TASK}#readTaskAuditStateAction`]: read(({ taskId }) => [taskId], LISTENERS),
  },
};
