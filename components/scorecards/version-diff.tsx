import { ArrowRight, ArrowUpDown, Minus, Pencil, Plus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusChip } from "@/components/ui/status-chip";
import { CRITERION_KINDS, CRITERION_MODES, CRITICAL_LEVELS } from "@/db/enums";
import type { CriterionChange, FieldChange, VersionDiff } from "@/lib/scorecards/diff-versions";
import { RuleWords } from "./rule-words";

const SIGNS = {
  added: { tone: "success", icon: Plus },
  removed: { tone: "danger", icon: Minus },
  changed: { tone: "accent", icon: Pencil },
} as const;

/** What differs between two versions, criterion by criterion and field by field. */
export function VersionDifferences({ diff: { renamedSections, criteria } }: { diff: VersionDiff }) {
  const t = useTranslations("scorecardVersions.diff");
  if (criteria.length === 0 && renamedSections.length === 0) return <p className="px-4 py-3 text-muted">{t("none")}</p>;
  return (
    <ul>
      {renamedSections.map(({ from, to }) => (
        <li key={from} className="border-b border-separator px-4 py-3 last:border-b-0">
          <StatusChip {...SIGNS.changed}>{t("sectionRenamed")}</StatusChip> <Values from={from || "—"} to={to || "—"} />
        </li>
      ))}
      {criteria.map((change) => (
        <Change key={change.key} change={change} />
      ))}
    </ul>
  );
}

function Change({ change: { change, section, question, isMoved, fields } }: { change: CriterionChange }) {
  const t = useTranslations("scorecardVersions.diff");
  return (
    <li className="border-b border-separator px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {(change !== "changed" || fields.length > 0) && <StatusChip {...SIGNS[change]}>{t(change)}</StatusChip>}
        {isMoved && (
          <StatusChip tone="default" icon={ArrowUpDown}>
            {t("moved")}
          </StatusChip>
        )}
        <span className="min-w-0 font-medium wrap-anywhere">{question || t("questionUnwritten")}</span>
        <span className="text-sm text-muted wrap-anywhere">{section}</span>
      </div>
      {fields.length > 0 && (
        <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[9rem_minmax(0,1fr)]">
          {fields.map((field) => (
            <div key={field.field} className="contents">
              <dt className="text-muted">{t(`fields.${field.field}`)}</dt>
              <dd className="min-w-0 wrap-anywhere">
                <Values from={<Value field={field.field} value={field.from} />} to={<Value field={field.field} value={field.to} />} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function Values({ from, to }: { from: ReactNode; to: ReactNode }) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2 align-middle">
      <del className="min-w-0 text-muted no-underline">{from}</del>
      <ArrowRight aria-label="→" className="size-3.5 shrink-0 self-center text-muted" />
      <ins className="min-w-0 no-underline">{to}</ins>
    </span>
  );
}

function Value({ field, value }: { field: FieldChange["field"]; value: FieldChange["from"] }) {
  const t = useTranslations("scorecard");
  const format = useFormatter();
  if (value === null || value === "") return "—";
  if (typeof value === "number") return format.number(value, { maximumFractionDigits: 2 });
  if (typeof value !== "string") return <RuleWords rule={value} />;
  const kind = field === "kind" && CRITERION_KINDS.find((one) => one === value);
  if (kind) return t(`kinds.${kind}`);
  const critical = field === "critical" && CRITICAL_LEVELS.find((one) => one === value);
  if (critical) return t(`critical.${critical}`);
  const mode = field === "mode" && CRITERION_MODES.find((one) => one === value);
  if (mode) return t(`modes.${mode}`);
  return <span className="whitespace-pre-line">{value}</span>;
}
