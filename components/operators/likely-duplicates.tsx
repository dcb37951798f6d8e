import { GitMerge } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { StatusChip } from "@/components/ui/status-chip";
import type { LikelyDuplicate } from "@/lib/operators/duplicates/find-alike";
import { OperatorActionButton } from "./operator-action-button";
import type { OperatorAction } from "./operator-form-state";

type LikelyDuplicatesProps = {
  pairs: LikelyDuplicate[];
  tellApart: (one: string, other: string) => OperatorAction;
};

/** Pairs of operators that may be one person, each with the reasons why, and what to do about it. */
export function LikelyDuplicates({ pairs, tellApart }: LikelyDuplicatesProps) {
  const t = useTranslations("operators.duplicates");
  return (
    <ul>
      {pairs.map(({ one, other, reasons, sharedExtension }) => {
        const names = { one: one.name, other: other.name };
        return (
          <li
            key={`${one.id}${other.id}`}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-separator px-4 py-2.5 last:border-b-0"
          >
            <div className="min-w-0 flex-1 basis-72">
              <p className="wrap-anywhere">
                <OperatorLink {...one} /> <span className="text-muted">↔</span> <OperatorLink {...other} />
              </p>
              <p className="mt-1 flex flex-wrap gap-1.5">
                {reasons.map((reason) => (
                  <StatusChip key={reason} tone="default">
                    {t(`reasons.${reason}`, { extension: sharedExtension ?? "" })}
                  </StatusChip>
                ))}
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <OperatorActionButton action={tellApart(one.id, other.id)} label={t("dismissNamed", names)}>
                {t("dismiss")}
              </OperatorActionButton>
              <ButtonLink href={mergeHref(one, other)} size="sm" prefetch={false} aria-label={t("compareNamed", names)}>
                <GitMerge aria-hidden />
                {t("compare")}
              </ButtonLink>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The older one, which more is known of, stays unless somebody swaps them. */
function mergeHref(one: { id: string }, other: { id: string }): string {
  const [target = "", source = ""] = [one.id, other.id].sort();
  return `/dashboard/operators/merge?source=${source}&target=${target}`;
}

function OperatorLink({ id, name }: { id: string; name: string }) {
  return (
    <Link href={`/dashboard/operators/${id}`} prefetch={false} className="font-medium text-accent hover:underline">
      {name}
    </Link>
  );
}
