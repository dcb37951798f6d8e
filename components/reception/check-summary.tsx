import { useTranslations } from "next-intl";
import { DeliveryReason } from "@/components/sources/delivery-reason";
import { VerdictChip } from "@/components/sources/verdict-chip";
import { InertText } from "@/components/ui/inert-text";
import type { DeliveryCheck } from "@/lib/reception/check-delivery";

/** What would become of a delivery if it were replayed now, in words. */
export function CheckSummary({ check }: { check: DeliveryCheck }) {
  const t = useTranslations("reception.check");
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <VerdictChip verdict={check.isRefused ? "refused" : check.verdict} />
        {check.isRefused ? (
          <span className="min-w-0">
            <DeliveryReason reason={check.code} />
          </span>
        ) : (
          <span className="min-w-0">
            {check.makesTask ? t(check.isNewCall ? "makesCallAndTask" : "makesTask") : <DeliveryReason reason={check.reason} />}
            {check.campaignId !== null && ` ${t("campaign", { id: check.campaignId })}`}
          </span>
        )}
      </p>
      {check.isRefused && (
        <>
          {check.position && <p className="font-medium tabular-nums">{t("position", check.position)}</p>}
          {check.problems.length === 0 && (
            <p className="text-xs text-muted">
              <InertText text={check.position?.hint || check.message} />
            </p>
          )}
        </>
      )}
      <Problems problems={check.isRefused ? check.problems : []} className="text-danger-soft-foreground" />
      <Problems problems={check.warnings} className="text-warning-soft-foreground" />
    </div>
  );
}

function Problems({ problems, className }: { problems: DeliveryCheck["warnings"]; className: string }) {
  if (problems.length === 0) return null;
  return (
    <ul className={`list-inside list-disc text-xs ${className}`}>
      {problems.map(({ path, code, message }) => (
        <li key={`${path} ${code} ${message}`}>
          <InertText text={message} />
        </li>
      ))}
    </ul>
  );
}
