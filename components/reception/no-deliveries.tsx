import { FilterX, Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** Why the log is empty, and what to do about it. */
export function NoDeliveries({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations("reception");
  if (isFiltered)
    return (
      <EmptyState
        icon={FilterX}
        title={t("noMatchTitle")}
        description={t("noMatchDescription")}
        action={
          <ButtonLink href="/dashboard/reception" variant="outline">
            {t("filters.clear")}
          </ButtonLink>
        }
      />
    );
  return (
    <EmptyState
      icon={Inbox}
      title={t("emptyTitle")}
      description={t("emptyDescription")}
      action={
        <>
          <ButtonLink href="/dashboard/campaigns">{t("emptyAction")}</ButtonLink>
          <ButtonLink href="/dashboard/reception/unauthorized" variant="outline">
            {t("tabs.unauthorized")}
          </ButtonLink>
        </>
      }
    />
  );
}
