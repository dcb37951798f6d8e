import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { ApiKeyListItem } from "@/lib/api-keys/list-api-keys";
import type { ApiKeyActions } from "./api-key-list";
import { apiKeyState } from "./api-key-state";
import { ApiKeyStateChip } from "./api-key-state-chip";
import { RevokeApiKey } from "./revoke-api-key";
import { RotateApiKey } from "./rotate-api-key";

type ApiKeyRowProps = { apiKey: ApiKeyListItem; now: Date; actions: ApiKeyActions };

/** One key of the list. */
export function ApiKeyRow({ apiKey, now, actions }: ApiKeyRowProps) {
  const t = useTranslations("apiKeys");
  const { id, name, last4, createdAt, createdByName, lastUsedAt, lastUsedBy, expiresAt, revokedAt } = apiKey;
  const state = apiKeyState({ expiresAt, revokedAt, now });
  return (
    <tr className="border-b border-separator align-top last:border-b-0 max-xl:grid max-xl:grid-cols-[1fr_auto] max-xl:gap-x-4 max-xl:px-4 max-xl:py-3 xl:[&>td]:px-3 xl:[&>td]:py-2.5 xl:[&>td]:first:ps-4">
      <td className="max-xl:order-1">
        <span className="font-medium wrap-anywhere">{name}</span>
        <code className="block font-mono text-xs text-muted">
          <span className="sr-only">{t("columns.key")} </span>…{last4}
        </code>
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
        <ApiKeyStateChip state={state} />
        {(state === "active" || state === "expired") && (
          <span className="mt-1 block text-xs text-muted">
            {expiresAt === null ? (
              t("neverExpires")
            ) : (
              <>
                {t("expiresAt")} <TimeWithZone value={expiresAt} isBrief />
              </>
            )}
          </span>
        )}
        {(state === "ending" || state === "revoked") && revokedAt !== null && (
          <span className="mt-1 block text-xs text-muted">
            <TimeWithZone value={revokedAt} isBrief />
          </span>
        )}
      </td>
      <td className="max-xl:order-4 max-xl:col-span-2">
        <div className="flex justify-end gap-1 max-xl:mt-2">
          <RotateApiKey name={name} isOffered={state === "active"} rotate={actions.rotate.bind(null, id)} />
          {(state === "active" || state === "ending") && <RevokeApiKey name={name} last4={last4} revoke={actions.revoke.bind(null, id)} />}
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
