import { Megaphone, Plus, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

type NoCampaignsProps = { reason: "search" | "none" | "unassigned"; path: string };

/** Says why the list of campaigns is empty, and what to do about it. */
export function NoCampaigns({ reason, path }: NoCampaignsProps) {
  const t = useTranslations("campaigns");
  if (reason === "unassigned")
    return <EmptyState icon={Megaphone} title={t("emptyAssigned.title")} description={t("emptyAssigned.description")} />;
  if (reason === "search")
    return (
      <EmptyState
        icon={SearchX}
        title={t("emptySearch.title")}
        description={t("emptySearch.description")}
        action={
          <ButtonLink href={path} variant="outline">
            {t("emptySearch.action")}
          </ButtonLink>
        }
      />
    );
  return (
    <EmptyState
      icon={Megaphone}
      title={t("empty.title")}
      description={t("empty.description")}
      action={
        <ButtonLink href={`${path}/new`}>
          <Plus aria-hidden />
          {t("create")}
        </ButtonLink>
      }
    />
  );
}
