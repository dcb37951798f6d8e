import { cookies } from "next/headers";
import { AlarmBanner } from "@/components/source-health/alarm-banner";
import { RefreshOnAlarm } from "@/components/source-health/refresh-on-alarm";
import { listExpiringApiKeys } from "@/lib/api-keys/list-expiring-api-keys";
import type { Viewer } from "@/lib/auth/viewer";
import { canSeeReception } from "@/lib/calls/can-see-reception";
import { listSourceAlarms } from "@/lib/source-health/list-source-alarms";
import { dismissAlarms } from "./alarm-actions";
import { parseSeenAlarms, SEEN_ALARMS_COOKIE } from "./seen-alarms";

/** The banner over each page for those who look after sources: what they have not put away in this session. */
export async function CurrentAlarms({ viewer }: { viewer: Viewer }) {
  if (!canSeeReception(viewer)) return null;
  const [allAlarms, allKeys, jar] = await Promise.all([
    listSourceAlarms({ viewer }),
    viewer.role === "admin" ? listExpiringApiKeys({ actor: viewer }) : [],
    cookies(),
  ]);
  const seenUntil = parseSeenAlarms(jar.get(SEEN_ALARMS_COOKIE)?.value, viewer.userId);
  const alarms = allAlarms.filter(({ createdAt }) => createdAt.getTime() > seenUntil);
  const keys = allKeys.filter(({ noticedAt }) => noticedAt.getTime() > seenUntil);
  const newest = Math.max(...alarms.map(({ createdAt }) => createdAt.getTime()), ...keys.map(({ noticedAt }) => noticedAt.getTime()));
  return (
    <>
      <RefreshOnAlarm />
      <AlarmBanner alarms={alarms} keys={keys} dismiss={dismissAlarms.bind(null, newest)} />
    </>
  );
}
