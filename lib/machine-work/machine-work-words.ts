import type { AuditAction, MachineWorkKind } from "@/db/enums";

/** What the audit log calls an order of machine work. */
export const ORDER_ACTIONS: Record<MachineWorkKind, AuditAction> = { analysis: "analysis.requested", audit: "audit.machine_requested" };

/** Why nothing is there for a machine to do with a transcript, and why it has none to do anything with. */
export const NOT_WANTED: Record<MachineWorkKind, string> = {
  analysis: "No language model reads this campaign's calls.",
  audit: "The campaign's scorecard asks no machine anything.",
};
export const NO_TRANSCRIPT = "The call has no transcript yet.";
