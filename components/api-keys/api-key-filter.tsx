import { useTranslations } from "next-intl";
import { ChoiceLinks } from "@/components/ui/choice-links";
import type { ApiKeyShow } from "@/lib/api-keys/api-key-state";

/** Chooses between the keys that open something and those that ended. It lives in the address. */
export function ApiKeyFilter({ current, links }: { current: ApiKeyShow; links: { show: ApiKeyShow; href: string }[] }) {
  const t = useTranslations("apiKeys");
  const choices = links.map(({ show, href }) => ({ label: t(`shows.${show}`), href, isCurrent: show === current }));
  return <ChoiceLinks label={t("shows.label")} choices={choices} isInPanel />;
}
