import { ChartNoAxesColumn, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Role } from "@/db/enums";

/** That nothing matches, or that no call of this kind has come yet and who can do what about it. */
export function NoOutcomes({ reason, clearHref }: { reason: Role | "filters"; clearHref: string }) {
  const t = useTranslations("outcomes.empty");
  if (reason === "filters")
    return (
      <EmptyState
        icon={SearchX}
        title={t("filtered")}
        description={t("filteredDescription")}
        action={
          <ButtonLink href={clearHref} variant="outline">
            {t("filteredAction")}
          </ButtonLink>
        }
      />
    );
  if (reason !== "admin")
    return <EmptyState icon={ChartNoAxesColumn} title={t("none")} description={t(reason === "agent" ? "noneOwn" : "noneOthers")} />;
  return (
    <EmptyState
      icon={ChartNoAxesColumn}
      title={t("none")}
      description={t("noneAdmin")}
      action={<ButtonLink href="/dashboard/campaigns">{t("noneAction")}</ButtonLink>}
    />
  );
}
