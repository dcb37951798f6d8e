import { ClipboardList, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** Says why the list of audits is empty, and what to do about it. */
export function NoAudits({ isFiltered, isOwn, path }: { isFiltered: boolean; isOwn: boolean; path: string }) {
  const t = useTranslations("audits");
  if (isFiltered)
    return (
      <EmptyState
        icon={SearchX}
        title={t("noneTitle")}
        description={t("noneHelp")}
        action={
          <ButtonLink href={path} variant="outline">
            {t("filters.clear")}
          </ButtonLink>
        }
      />
    );
  return (
    <EmptyState
      icon={ClipboardList}
      title={t("emptyTitle")}
      description={t(isOwn ? "emptyHelpOwn" : "emptyHelp")}
      action={<ButtonLink href="/dashboard/tasks">{t("toTasks")}</ButtonLink>}
    />
  );
}
