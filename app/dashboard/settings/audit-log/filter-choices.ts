import { getTranslations } from "next-intl/server";
import { auditWords } from "@/components/audit-log/audit-words";
import { AUDIT_ACTION_GROUPS, type AuditFilters, auditActionsOf } from "@/lib/audit-log/audit-filters";
import type { AuditActor } from "@/lib/audit-log/list-audit-actors";

type FilterChoicesInput = {
  actors: AuditActor[];
  object: AuditFilters["object"];
  /** What the object was called in its newest entry. */
  named: string | undefined;
};

/** What the log can be narrowed to, in the reader's words. */
export async function filterChoices({ actors, object, named }: FilterChoicesInput) {
  const [t, tAny] = await Promise.all([getTranslations("auditLog"), getTranslations()]);
  const words = auditWords(tAny);
  const groups = AUDIT_ACTION_GROUPS.map((group) => ({
    value: group,
    label: words.group(group),
    actions: auditActionsOf(group).map((action) => ({ value: action, label: words.action(action) })),
  }));
  return {
    actors: [{ value: "system", label: t("system") }, ...actors.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))],
    groups: groups.sort((one, other) => one.label.localeCompare(other.label)),
    object: object ? `${words.kind(object.kind)} ${named || object.id}` : null,
  };
}
