import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "./button-link";
import { EmptyState } from "./empty-state";

/** Stands where a page would be that is not there, or not for the viewer: which of both is not told. */
export function PageNotFound() {
  const t = useTranslations("notFound");
  return (
    <EmptyState
      isPage
      icon={SearchX}
      title={t("title")}
      description={t("description")}
      action={<ButtonLink href="/dashboard">{t("action")}</ButtonLink>}
    />
  );
}
