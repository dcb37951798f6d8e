import { CornerDownRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { apiKeyState } from "@/lib/api-keys/api-key-state";
import type { ApiKeyListItem } from "@/lib/api-keys/list-api-keys";
import type { ApiKeyActions } from "./api-key-list";
import { ApiKeyStateChip } from "./api-key-state-chip";
import { RevokeApiKey } from "./revoke-api-key";
import { RotateApiKey } from "./rotate-api-key";

type ApiKeyRowProps = { apiKey: ApiKeyListItem; now: Date; timeZone: string; actions: ApiKeyActions };

const DAY_MS = 86_400_000;

/** One key of the list. */
export function ApiKeyRow({ apiKey, now, timeZone, actions }: ApiKeyRowProps) {
  const t = useTranslations("apiKeys");
  const { id, name, scope, last4, createdAt, createdByName, lastUsedAt, lastUsedBy, endsAt, replaces, replacedBy } = apiKey;
  const state = apiKeyState({ ...apiKey, now });
  const isLive = state === "active" || state === "expiring" || state === "rotating";
  const daysLeft = endsAt === null ? 0 : Math.floor((endsAt.getTime() - now.getTime()) / DAY_MS);
  return (
    <tr className="border-b border-separator align-top last:border-b-0 max-xl:grid max-xl:grid-cols-[1fr_auto] max-xl:gap-x-4 max-xl:px-4 max-xl:py-3 xl:[&>td]:px-3 xl:[&>td]:py-2.5 xl:[&>td]:first:ps-4">
      <td className="min-w-0 max-xl:order-1">
        <span className="font-medium wrap-anywhere">{name}</span>
        <span className="block text-xs text-muted">
          <code className="font-mono">
            <span className="sr-only">{t("columns.key")} </span>…{last4}
          </code>{" "}
          · {t(`scopes.${scope}`)}
        </span>
        {replaces && (
          <span className="mt-0.5 flex items-center gap-1 text-xs text-muted">
            <CornerDownRight aria-hidden className="size-3 shrink-0" />
            {t("replaces", { last4: replaces.last4 })}
          </span>
        )}
        {replacedBy && <span className="mt-0.5 block text-xs text-muted">{t("replacedBy", { last4: replacedBy.last4 })}</span>}
      </td>
      <Fact label={t("columns.created")}>
        <TimeWithZone value={createdAt} isBrief />
        {createdByName !== null && <span className="block text-xs text-muted">{t("createdBy", { name: createdByName })}</span>}
      </Fact>
      <Fact label={t("columns.lastUsed")}>
        {lastUsedAt === null ? <span className="text-muted">{t("neverUsed")}</span> : <TimeWithZone value={lastUsedAt} isBrief />}
        {lastUsedBy !== null && (
          <span className="block max-w-56 truncate text-xs text-muted" title={lastUsedBy}>
            <span className="sr-only">{t("columns.usedBy")}: </span>
            {lastUsedBy}
          </span>
        )}
      </Fact>
      <td className="max-xl:order-2 max-xl:justify-self-end max-xl:text-end">
        <ApiKeyStateChip state={state} daysLeft={daysLeft} />
        <span className="mt-1 block text-xs text-muted">
          {endsAt === null ? (
            t("neverExpires")
          ) : (
            <>
              {t(`ends.${state}`)} <TimeWithZone value={endsAt} isBrief />
            </>
          )}
        </span>
      </td>
      <td className="max-xl:order-4 max-xl:col-span-2">
        <div className="flex justify-end gap-1 max-xl:mt-2">
          <RotateApiKey
            name={name}
            timeZone={timeZone}
            isOffered={state === "active" || state === "expiring"}
            rotate={actions.rotate.bind(null, id)}
          />
          {isLive && (
            <RevokeApiKey
              name={name}
              last4={last4}
              lastUse={lastUsedAt && { at: lastUsedAt, by: lastUsedBy ?? "" }}
              revoke={actions.revoke.bind(null, id)}
            />
          )}
        </div>
      </td>
    </tr>
  );
}

/** A cell that brings its column's name along where the columns have no heads. */
function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td className="max-xl:order-3 max-xl:col-span-2 max-xl:mt-1 max-xl:grid max-xl:grid-cols-[5.5rem_minmax(0,1fr)] max-xl:text-xs">
      <span aria-hidden className="text-muted xl:hidden">
        {label}
      </span>
      <div className="min-w-0">{children}</div>
    </td>
  );
}
