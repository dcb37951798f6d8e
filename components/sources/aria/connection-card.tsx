import { CircleCheck, CircleOff, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { CopyField } from "@/components/ui/copy-field";
import { StatusChip } from "@/components/ui/status-chip";
import type { TimeZoneOption } from "@/lib/campaigns/list-time-zones";
import type { ConnectionListItem } from "@/lib/connections/list-connections";
import type { AriaActions } from "./aria-actions";
import { ConnectionKeys } from "./connection-keys";
import { ConnectionSettings } from "./connection-settings";
import { CreateConnectionKey } from "./create-connection-key";
import { DisableConnection } from "./disable-connection";
import { RotateConnectionKey } from "./rotate-connection-key";

type ConnectionCardProps = {
  connection: ConnectionListItem;
  campaignId: number;
  installationTimeZone: string;
  timeZones: TimeZoneOption[];
  now: Date;
  actions: AriaActions;
};

/** One connection: what it is known by, what opens it, where its calls go, and what can be done about it. */
export function ConnectionCard({ connection, campaignId, installationTimeZone, timeZones, now, actions }: ConnectionCardProps) {
  const t = useTranslations("ariaSource.connections");
  const { id, publicId, name, timeZone, mappedAs, disabledAt, keys } = connection;
  const isDisabled = disabledAt !== null;
  const current = keys.find(({ revokedAt }) => revokedAt === null);
  return (
    <li aria-labelledby={`connection-${publicId}`} className="p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <h3 id={`connection-${publicId}`} className="min-w-0 text-base font-semibold wrap-anywhere">
            {name}
          </h3>
          <StatusChip tone={isDisabled ? "default" : "success"} icon={isDisabled ? CircleOff : CircleCheck}>
            {t(isDisabled ? "states.disabled" : "states.enabled")}
          </StatusChip>
          {isDisabled && <span className="text-xs text-muted">{t("disabledHelp")}</span>}
        </div>
        <div className="flex flex-wrap gap-1">
          <RotateConnectionKey
            name={name}
            timeZone={installationTimeZone}
            isOffered={current !== undefined}
            rotate={actions.rotateKey.bind(null, current?.id ?? "")}
          />
          <DisableConnection name={name} isDisabled={isDisabled} setDisabled={actions.setDisabled.bind(null, id)} />
        </div>
      </div>
      {mappedAs !== null && (
        <p className="mt-1 text-muted">
          {t.rich("mapped", { external: () => <code className="font-mono text-[0.9em] wrap-anywhere">{mappedAs}</code> })}
        </p>
      )}
      <div className="mt-3 grid gap-x-5 gap-y-3 lg:grid-cols-2">
        <CopyField label="connection_id" value={publicId} />
        <dl className="flex flex-col gap-2">
          <Fact label={t("zone")}>
            <ZoneName name={timeZone ?? installationTimeZone} />
            {timeZone === null && <span className="block text-xs text-muted">{t("zoneInstallation")}</span>}
          </Fact>
          <Fact label={t("defaultCampaign")}>
            <DefaultCampaign connection={connection} campaignId={campaignId} />
          </Fact>
        </dl>
      </div>
      {keys.length > 0 && <ConnectionKeys keys={keys} now={now} />}
      {keys.length === 0 && (
        <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-warning-soft px-3 py-2 text-warning-soft-foreground">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          <p className="min-w-0 flex-1 basis-56">{t("noKey")}</p>
        </div>
      )}
      <CreateConnectionKey name={name} publicId={publicId} isOffered={keys.length === 0} create={actions.createKey.bind(null, id)} />
      <ConnectionSettings
        connection={connection}
        installationTimeZone={installationTimeZone}
        timeZones={timeZones}
        save={actions.update.bind(null, id)}
        findCampaigns={actions.findCampaigns}
      />
    </li>
  );
}

function DefaultCampaign({ connection, campaignId }: { connection: ConnectionListItem; campaignId: number }) {
  const t = useTranslations("ariaSource.connections");
  if (connection.campaignId === null) return t("noDefault");
  if (connection.campaignId === campaignId) return t("thisCampaign");
  return (
    <Link
      href={`/dashboard/campaigns/${connection.campaignId}/audio-sources`}
      prefetch={false}
      className="rounded-sm text-link underline underline-offset-2"
    >
      {connection.campaignName}
    </Link>
  );
}

/** Broken after its slashes, where there is no room. */
function ZoneName({ name }: { name: string }) {
  return name.split("/").map((part, index) => (
    <Fragment key={part}>
      {index > 0 && (
        <>
          /<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3">
      <dt className="text-muted">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
