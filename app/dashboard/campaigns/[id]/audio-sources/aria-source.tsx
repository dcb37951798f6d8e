import { AriaScreen } from "@/components/sources/aria/aria-screen";
import { EXTERNAL_CAMPAIGNS_ANCHOR } from "@/components/sources/aria/external-campaigns";
import { listTimeZones } from "@/lib/campaigns/list-time-zones";
import { listConnections } from "@/lib/connections/list-connections";
import { listExternalCampaigns, MAX_COUNTED_CALLS } from "@/lib/connections/list-external-campaigns";
import { env } from "@/lib/env";
import { measureEmptyValues } from "@/lib/sources/aria/measure-empty-values";
import { ARIA_FORMATS } from "@/lib/sources/aria/request-template";
import { rotateApiKeyAction } from "../../../settings/api-keys/actions";
import {
  createConnectionAction,
  createConnectionKeyAction,
  findMappableCampaignsAction,
  mapCampaignAction,
  setConnectionDisabledAction,
  updateConnectionAction,
} from "./connection-actions";
import { audioSourcesHref } from "./search-params";
import type { SourcePageProps } from "./source-screens";

/** Aria's screen, with the connection that the address names, else the first that is not disabled. */
export async function AriaSource({ viewer: actor, search, ...screen }: SourcePageProps) {
  const { campaignId, now } = screen;
  const path = `/dashboard/campaigns/${campaignId}/audio-sources`;
  const { connection: publicId, format, after } = search;
  const connections = await listConnections({ actor, campaignId });
  const connection =
    connections.find((one) => one.publicId === publicId) ?? connections.find((one) => one.disabledAt === null) ?? connections[0];
  const [campaigns, emptyValues] = connection
    ? await Promise.all([
        listExternalCampaigns({ actor, connectionId: connection.id, cursor: after }),
        measureEmptyValues({ actor, connectionId: connection.id }),
      ])
    : [null, null];
  const hrefOf = (change: Partial<typeof search>) => audioSourcesHref(path, { connection: publicId, format, ...change });
  // To the list, which lies far down the page.
  const pageHref = (cursor: string | null) => `${hrefOf({ after: cursor })}#${EXTERNAL_CAMPAIGNS_ANCHOR}`;
  return (
    <AriaScreen
      {...screen}
      connections={connections}
      chosen={
        connection && campaigns && emptyValues
          ? {
              connection,
              emptyValues,
              campaigns: {
                items: campaigns.items,
                maxCount: MAX_COUNTED_CALLS,
                firstHref: after === null ? null : pageHref(null),
                nextHref: campaigns.nextCursor === null ? null : pageHref(campaigns.nextCursor),
              },
            }
          : null
      }
      format={format}
      links={{
        connections: connections.map((one) => ({ id: one.id, href: hrefOf({ connection: one.publicId }) })),
        formats: ARIA_FORMATS.map((one) => ({ format: one, href: hrefOf({ format: one, after }) })),
      }}
      installationTimeZone={env.TIME_ZONE}
      timeZones={listTimeZones({ current: null, now })}
      actions={{
        create: createConnectionAction.bind(null, campaignId),
        update: updateConnectionAction,
        setDisabled: setConnectionDisabledAction,
        rotateKey: rotateApiKeyAction,
        createKey: createConnectionKeyAction,
        map: mapCampaignAction,
        findCampaigns: findMappableCampaignsAction,
      }}
    />
  );
}
