import { useTranslations } from "next-intl";
import { z } from "zod";
import { History, HistoryEntry } from "@/components/tasks/history";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { OperatorHistoryEntry } from "@/lib/operators/list-operator-history";

/** What entries of the audit log on an operator say of what was done; whatever is missing was not part of it. */
const details = z.object({
  name: z.object({ from: z.string(), to: z.string() }).optional(),
  user: z.object({ from: z.string().nullable(), to: z.string().nullable() }).optional(),
  distinctFrom: z.object({ name: z.string() }).optional(),
  alias: z.string().optional(),
  source: z.object({ name: z.string() }).optional(),
  tasks: z.number().optional(),
});

/** Who did what to an operator, the newest first. */
export function OperatorHistory({ entries }: { entries: OperatorHistoryEntry[] }) {
  const t = useTranslations("operators.history");
  const say = useSentence();
  if (entries.length === 0) return <p className="p-4 text-muted">{t("none")}</p>;
  return (
    <History>
      {entries.map((entry) => (
        <HistoryEntry
          key={entry.seq}
          time={<TimeWithZone value={entry.at} isBrief />}
          sign={<span className="text-muted">{entry.actorName ?? t("system")}</span>}
          title={<span className="wrap-anywhere">{say(entry)}</span>}
        />
      ))}
    </History>
  );
}

function useSentence(): (entry: OperatorHistoryEntry) => string {
  const t = useTranslations("operators.history");
  return ({ action, details: raw }) => {
    const { name, user, distinctFrom, alias = "", source, tasks = 0 } = details.safeParse(raw).data ?? {};
    const merge = { name: source?.name ?? "", tasks };
    if (action === "operator.created") return t("created");
    if (action === "operator.alias_added") return t("aliasAdded", { name: alias });
    if (action === "operator.alias_removed") return t("aliasRemoved", { name: alias });
    if (action === "operator.merged") return t("merged", merge);
    if (action === "operator.merge_undone") return t("mergeUndone", merge);
    if (name) return t("renamed", name);
    if (user) return user.to === null ? t("unlinked", { name: user.from ?? "" }) : t("linked", { name: user.to });
    return distinctFrom ? t("toldApart", distinctFrom) : t("other");
  };
}
