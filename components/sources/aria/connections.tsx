import { Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { TimeZoneOption } from "@/lib/campaigns/list-time-zones";
import type { ConnectionListItem } from "@/lib/connections/list-connections";
import type { AriaActions } from "./aria-actions";
import { ConnectionCard } from "./connection-card";
import { CreateConnection } from "./create-connection";

type ConnectionsProps = {
  campaignId: number;
  connections: ConnectionListItem[];
  installationTimeZone: string;
  timeZones: TimeZoneOption[];
  now: Date;
  actions: AriaActions;
};

/** The connections that bring calls to a campaign, and the way to another. */
export function Connections({ connections, actions, ...context }: ConnectionsProps) {
  const t = useTranslations("ariaSource.connections");
  const { installationTimeZone, timeZones } = context;
  return (
    <div id="connections" className="scroll-mt-4">
      <Panel title={t("title")}>
        {connections.length === 0 ? (
          <EmptyState icon={Unplug} title={t("emptyTitle")} description={t("emptyDescription")} />
        ) : (
          <>
            <p className="px-4 pt-3 text-muted">{t("description")}</p>
            <ul className="divide-y divide-separator">
              {connections.map((connection) => (
                <ConnectionCard key={connection.id} connection={connection} actions={actions} {...context} />
              ))}
            </ul>
          </>
        )}
        {/* In the same place with and without connections: the key of the first one is shown here, while the list is shown anew. */}
        <CreateConnection
          action={actions.create}
          isFirst={connections.length === 0}
          installationTimeZone={installationTimeZone}
          timeZones={timeZones}
        />
      </Panel>
    </div>
  );
}
