import { useTranslations } from "next-intl";
import type { AuditorProgress } from "@/lib/assignments/read-sample-progress";

/** How far each auditor is with their calls: a bar of what is done and what was skipped, and the same in words. */
export function AuditorProgressList({ progress }: { progress: AuditorProgress[] }) {
  const t = useTranslations("assignments.progress");
  if (progress.length === 0) return <p className="p-4 text-muted">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-2.5">
      {progress.map(({ userId, name, doneCount, skippedCount, openCount }) => {
        const total = doneCount + skippedCount + openCount;
        return (
          <li key={userId} className="text-[0.8125rem]">
            <div className="mb-1 flex flex-wrap justify-between gap-x-3">
              <span className="min-w-0 wrap-anywhere">{name}</span>
              <span className="text-muted tabular-nums">
                {t("done", { done: doneCount, total })}
                {skippedCount > 0 && ` · ${t("skipped", { count: skippedCount })}`}
              </span>
            </div>
            <div aria-hidden className="flex h-1.5 overflow-hidden rounded-full bg-default">
              <span className="bg-success" style={{ width: `${(100 * doneCount) / total}%` }} />
              <span className="bg-warning" style={{ width: `${(100 * skippedCount) / total}%` }} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
