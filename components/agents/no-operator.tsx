import { UserRoundX } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";

/** Tells an agent whose account belongs to no operator why there is nothing, and whom to ask. `people`: who can link it. */
export function NoOperator({ people }: { people: string[] }) {
  const t = useTranslations("agentHome.noOperator");
  return (
    <Panel>
      <EmptyState
        icon={UserRoundX}
        title={t("title")}
        description={people.length === 0 ? t("description") : t("descriptionNamed", { people: people.join(", ") })}
      />
    </Panel>
  );
}
