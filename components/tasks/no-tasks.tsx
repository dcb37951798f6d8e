import { FilterX, PhoneIncoming } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Role } from "@/db/enums";

/** Why there are no tasks, and what to do about it: for filters that match none, or by what the viewer may do. */
export function NoTasks({ reason }: { reason: "filters" | Role }) {
  const t = useTranslations("tasks");
  if (reason === "filters")
    return (
      <EmptyState
        icon={FilterX}
        title={t("noMatchTitle")}
        description={t("noMatchDescription")}
        action={
          <ButtonLink href="/dashboard/tasks" variant="outline">
            {t("filters.clear")}
          </ButtonLink>
        }
      />
    );
  if (reason === "admin")
    return (
      <EmptyState
        icon={PhoneIncoming}
        title={t("emptyTitle")}
        description={t("emptyDescription")}
        action={<ButtonLink href="/dashboard/campaigns">{t("emptyAction")}</ButtonLink>}
      />
    );
  return (
    <EmptyState
      icon={PhoneIncoming}
      title={t("emptyTitle")}
      description={t(reason === "agent" ? "emptyDescriptionAgent" : "emptyDescriptionOthers")}
    />
  );
}
