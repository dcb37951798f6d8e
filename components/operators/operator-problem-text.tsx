import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OperatorProblem } from "@/lib/operators/operator-problem";

type OperatorProblemTextProps = {
  problem: OperatorProblem;
  /** Where it leads to merge with whom the name is already; null where nothing is to be merged. */
  mergeHref?: ((otherId: string) => string) | null;
};

/** Why a change was refused, with the way to whom the name is already. */
export function OperatorProblemText({ problem: { code, other }, mergeHref = null }: OperatorProblemTextProps) {
  const t = useTranslations("operators");
  return (
    <>
      {t(`problems.${code}`, { name: other?.name ?? "" })}
      {other && (
        <span className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
          <Link href={`/dashboard/operators/${other.id}`} className="font-medium underline">
            {t("form.seeOther", { name: other.name })}
          </Link>
          {mergeHref && other.canMerge && (
            <Link href={mergeHref(other.id)} className="font-medium underline">
              {t("form.mergeOther", { name: other.name })}
            </Link>
          )}
        </span>
      )}
    </>
  );
}
