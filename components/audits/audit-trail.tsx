import { useFormatter, useTranslations } from "next-intl";
import { z } from "zod";
import { auditWords } from "@/components/audit-log/audit-words";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { ANSWERS } from "@/db/enums";
import type { AuditTrailItem } from "@/lib/audits/list-audit-trail";

/** Who did what to an audit, newest first, folded until it is wanted. */
export function AuditTrail({ trail, timeZone }: { trail: AuditTrailItem[]; timeZone: string }) {
  const t = useTranslations("auditSheet.trail");
  if (trail.length === 0) return null;
  return (
    <details className="border-t border-separator px-4 py-3 text-sm">
      <summary className="cursor-pointer rounded-sm font-medium">{t("title", { count: trail.length })}</summary>
      <ol className="mt-2 flex flex-col gap-2.5">
        {trail.map((item) => (
          <li key={item.seq} className="flex flex-col gap-0.5">
            <TrailLine item={item} />
            <span className="text-xs text-muted">
              {item.actorName === "system" ? t("machine") : item.actorName} · <TimeWithZone value={item.at} timeZone={timeZone} isBrief />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

const answer = z.object({ from: z.enum(ANSWERS).nullable(), to: z.enum(ANSWERS).nullable() });
const points = z.object({ from: z.number().nullable(), to: z.number().nullable() });
const told = z.object({
  answer: answer.optional().catch(undefined),
  points: points.optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  score: z.number().optional().catch(undefined),
});

function TrailLine({ item: { action, objectName, details } }: { item: AuditTrailItem }) {
  const t = useTranslations("auditSheet");
  const format = useFormatter();
  const { answer: answers, points: marks, reason, score } = told.parse(details);
  const words = auditWords(useTranslations());
  const wordOf = (one: (typeof ANSWERS)[number] | null) => (one === null ? t("noAnswer") : t(`answers.${one}`));
  return (
    <>
      <span className="wrap-anywhere">
        {words.action(action)}
        {objectName !== "" && `: ${objectName}`}
        {score !== undefined && action === "audit.completed" && ` (${format.number(score, { minimumFractionDigits: 2 })})`}
      </span>
      {answers && (
        <span className="text-muted">
          {wordOf(answers.from)} → {wordOf(answers.to)}
        </span>
      )}
      {marks && (
        <span className="text-muted tabular-nums">
          {marks.from ?? "–"} → {marks.to ?? "–"}
        </span>
      )}
      {reason !== undefined && reason !== "" && <span className="wrap-anywhere">“{reason}”</span>}
    </>
  );
}
