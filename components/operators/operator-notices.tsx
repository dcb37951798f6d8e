import { CircleCheck, GitMerge, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import type { OperatorDetails } from "@/lib/operators/get-operator";
import type { OperatorMerge } from "@/lib/operators/merging/list-operator-merges";

/** What has to be known of an operator before anything else: that it was merged away, just got another's calls, or may only be read. */
export function OperatorNotices({ operator, justMerged }: { operator: OperatorDetails; justMerged: OperatorMerge | null }) {
  const t = useTranslations("operators.page");
  const { mergedInto, canEdit } = operator;
  return (
    <>
      {mergedInto && (
        <section className="mb-4 flex flex-wrap items-center justify-between gap-3 rounded-lg bg-warning-soft px-4 py-3 text-warning-soft-foreground">
          <div className="flex min-w-0 flex-1 basis-72 gap-3">
            <GitMerge aria-hidden className="mt-0.5 size-4 shrink-0" />
            <div>
              <h2 className="font-semibold">{t("mergedTitle", { name: mergedInto.name })}</h2>
              <p>{t("mergedDescription", { name: mergedInto.name })}</p>
            </div>
          </div>
          <ButtonLink href={`/dashboard/operators/${mergedInto.id}`} variant="outline" prefetch={false}>
            {t("seeTarget", { name: mergedInto.name })}
          </ButtonLink>
        </section>
      )}
      {justMerged && (
        <p role="status" className="mb-4 flex items-start gap-3 rounded-lg bg-success-soft px-4 py-3 text-success-soft-foreground">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("mergedNow", { name: justMerged.source.name })}
        </p>
      )}
      {!canEdit && (
        <p className="mb-4 flex items-start gap-3 rounded-lg bg-default px-4 py-3 text-default-foreground">
          <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("readOnly")}
        </p>
      )}
    </>
  );
}
