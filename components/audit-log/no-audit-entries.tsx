import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** That nothing was done, or nothing that the filter lets through. */
export function NoAuditEntries({ isFiltered, path }: { isFiltered: boolean; path: string }) {
  const t = useTranslations("auditLog");
  if (!isFiltered) return <EmptyState icon={ScrollText} title={t("empty.title")} description={t("empty.description")} />;
  return (
    <EmptyState
      icon={ScrollText}
      title={t("emptyFiltered.title")}
      description={t("emptyFiltered.description")}
      action={
        <ButtonLink href={path} variant="outline">
          {t("emptyFiltered.action")}
        </ButtonLink>
      }
    />
  );
}
