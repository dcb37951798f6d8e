import { AUDIT_ACTIONS, type AuditAction } from "@/db/enums";

/** What the audit log is narrowed to. Days are given as instants: `from` included, `before` not. */
export type AuditFilters = {
  /** A person's id, or "system" for the installation itself. */
  actorId?: string;
  actions?: readonly AuditAction[];
  /** One object's history. */
  object?: { kind: string; id: string };
  from?: Date;
  before?: Date;
};

/** The parts before the dot of all actions, such as `api_key`, each once. */
export const AUDIT_ACTION_GROUPS = [...new Set(AUDIT_ACTIONS.map(groupOf))];

/** What a text names: one action, all of a group, or nothing. */
export function auditActionsOf(text: string): AuditAction[] {
  return AUDIT_ACTIONS.filter((action) => action === text || groupOf(action) === text);
}

function groupOf(action: AuditAction): string {
  return action.slice(0, action.indexOf("."));
}
