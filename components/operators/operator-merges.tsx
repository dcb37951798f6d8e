import Link from "next/link";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { OperatorMerge } from "@/lib/operators/merging/list-operator-merges";
import { OperatorActionButton } from "./operator-action-button";
import type { OperatorAction } from "./operator-form-state";

type OperatorMergesProps = {
  merges: OperatorMerge[];
  /** Null for those who may only read. */
  undo: ((mergeId: string) => OperatorAction) | null;
};

/** Who was merged into whom, and the way back. */
export function OperatorMerges({ merges, undo }: OperatorMergesProps) {
  const t = useTranslations("operators.merges");
  return (
    <ul>
      {merges.map(({ id, source, target, mergedBy, createdAt, undoneAt, canUndo }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-separator px-4 py-2 last:border-b-0"
        >
          <div className="min-w-0 flex-1 basis-60">
            <p className="wrap-anywhere">
              <Link href={`/dashboard/operators/${source.id}`} prefetch={false} className="hover:underline">
                {t("into", { source: source.name, target: target.name })}
              </Link>
            </p>
            <p className="text-xs text-muted">
              <TimeWithZone value={createdAt} isBrief /> · {mergedBy === null ? t("bySystem") : t("by", { name: mergedBy })}
            </p>
          </div>
          {undoneAt !== null && <StatusChip tone="default">{t("undone")}</StatusChip>}
          {canUndo && undo && (
            <OperatorActionButton action={undo(id)} label={t("undoNamed", { name: source.name })}>
              {t("undo")}
            </OperatorActionButton>
          )}
        </li>
      ))}
    </ul>
  );
}
