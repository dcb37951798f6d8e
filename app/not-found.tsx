import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  const t = useTranslations("notFound");
  return (
    <EmptyState
      icon={SearchX}
      title={t("title")}
      description={t("description")}
      action={<ButtonLink href="/dashboard">{t("action")}</ButtonLink>}
    />
  );
}
