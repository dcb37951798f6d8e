import type { SheetActions } from "@/components/audits/sheet-actions";
import {
  acceptSuggestionsAction,
  answerCriterionAction,
  completeAuditAction,
  deleteAuditAction,
  readAuditStateAction,
  reopenAuditAction,
  validateAuditAction,
  withdrawValidationAction,
  writeRemarksAction,
} from "./actions";

/** What the sheet of an audit does. Deleting it leads to the list, unless its task's page is where one stays. */
export function sheetActionsOf(auditId: string, nextHref: "task" | "list"): SheetActions {
  return {
    answer: answerCriterionAction.bind(null, auditId),
    writeRemarks: writeRemarksAction.bind(null, auditId),
    acceptSuggestions: acceptSuggestionsAction.bind(null, auditId),
    complete: completeAuditAction.bind(null, auditId),
    reopen: reopenAuditAction.bind(null, auditId),
    validate: validateAuditAction.bind(null, auditId),
    withdrawValidation: withdrawValidationAction.bind(null, auditId),
    remove: deleteAuditAction.bind(null, auditId, nextHref),
    readState: readAuditStateAction.bind(null, auditId),
  };
}
