import { type LucideIcon, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Role } from "@/db/enums";

type EmptyReportProps = {
  report: "quality" | "outcomes";
  icon: LucideIcon;
  reason: Role | "filters";
  /** Those who can do something about it, in campaigns. */
  actors: Role[];
  clearHref: string;
};

/** That nothing matches, or that there is nothing of the kind yet and who can do what about it. */
export function EmptyReport({ report, icon, reason, actors, clearHref }: EmptyReportProps) {
  const t = useTranslations(`${report}.empty`);
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
  if (!actors.includes(reason))
    return <EmptyState icon={icon} title={t("none")} description={t(reason === "agent" ? "noneOwn" : "noneOthers")} />;
  return (
    <EmptyState
      icon={icon}
      title={t("none")}
      description={t("noneAdmin")}
      action={<ButtonLink href="/dashboard/campaigns">{t("noneAction")}</ButtonLink>}
    />
  );
}
