import { ClipboardCheck, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Role } from "@/db/enums";

/** That nothing matches, or that no audit was completed yet and who can do what about it. */
export function NoQuality({ reason, clearHref }: { reason: Role | "filters"; clearHref: string }) {
  const t = useTranslations("quality.empty");
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
  if (reason === "agent" || reason === "auditor")
    return <EmptyState icon={ClipboardCheck} title={t("none")} description={t(reason === "agent" ? "noneOwn" : "noneOthers")} />;
  return (
    <EmptyState
      icon={ClipboardCheck}
      title={t("none")}
      description={t("noneAdmin")}
      action={<ButtonLink href="/dashboard/campaigns">{t("noneAction")}</ButtonLink>}
    />
  );
}
