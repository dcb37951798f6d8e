import { Link2Off } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** The same for a link that was used, has expired, was taken back, or never was. */
export default function LinkGone() {
  const t = useTranslations("join.gone");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        isPage
        icon={Link2Off}
        title={t("title")}
        description={t("description")}
        action={<ButtonLink href="/sign-in">{t("action")}</ButtonLink>}
      />
    </main>
  );
}
