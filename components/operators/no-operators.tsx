import { Headset, Plus, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** Says why the list of operators is empty, and what to do about it. */
export function NoOperators({ isFiltered, path }: { isFiltered: boolean; path: string }) {
  const t = useTranslations("operators");
  if (isFiltered)
    return (
      <EmptyState
        icon={SearchX}
        title={t("noMatchTitle")}
        description={t("noMatchDescription")}
        action={
          <ButtonLink href={path} variant="outline">
            {t("filters.clear")}
          </ButtonLink>
        }
      />
    );
  return (
    <EmptyState
      icon={Headset}
      title={t("emptyTitle")}
      description={t("emptyDescription")}
      action={
        <ButtonLink href={`${path}/new`}>
          <Plus aria-hidden />
          {t("create")}
        </ButtonLink>
      }
    />
  );
}
