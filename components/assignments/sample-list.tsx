import { Dices } from "lucide-react";
import { useTranslations } from "next-intl";
import { RowLink } from "@/components/data-table/row-link";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { SampleListItem } from "@/lib/assignments/list-samples";
import { AuditorProgressList } from "./auditor-progress-list";
import { OverdueChip } from "./overdue-chip";
import { PlainDay } from "./plain-day";

/** Samples, newest first, each with how far its auditors are. */
export function SampleList({ samples, path }: { samples: SampleListItem[]; path: string }) {
  const t = useTranslations("assignments");
  if (samples.length === 0)
    return (
      <EmptyState
        icon={Dices}
        title={t("emptyTitle")}
        description={t("emptyDescription")}
        action={
          <ButtonLink href={`${path}/new`}>
            <Dices aria-hidden />
            {t("create")}
          </ButtonLink>
        }
      />
    );
  return (
    <ul className="divide-y divide-separator">
      {samples.map((sample) => (
        <li
          key={sample.id}
          className="relative grid gap-x-6 gap-y-2 px-4 py-3 focus-within:bg-surface-secondary hover:bg-surface-secondary md:grid-cols-[minmax(0,1fr)_minmax(16rem,24rem)]"
        >
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <RowLink href={`${path}/${sample.id}`} className="font-medium wrap-anywhere">
                {sample.name}
              </RowLink>
              {sample.isOverdue && <OverdueChip />}
            </div>
            <p className="text-xs text-muted wrap-anywhere">
              {t(`kinds.${sample.kind}`)} · {sample.campaign.name} · {t("callCount", { count: sample.drawnCount })}
            </p>
            <p className="text-xs text-muted">
              {t("callsOf")} <PlainDay day={sample.startsOn} isShort /> – <PlainDay day={sample.endsOn} />
              {sample.dueOn !== null && (
                <>
                  {" · "}
                  {t("due")} <PlainDay day={sample.dueOn} isShort />
                </>
              )}
            </p>
          </div>
          <AuditorProgressList progress={sample.progress} />
        </li>
      ))}
    </ul>
  );
}
