import { useTranslations } from "next-intl";
import { ApiKeyStateChip } from "@/components/api-keys/api-key-state-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { apiKeyState } from "@/lib/api-keys/api-key-state";
import type { ConnectionKey } from "@/lib/connections/list-connections";

const DAY_MS = 86_400_000;

/** The keys that open a connection now: one, or two while it is being rotated. */
export function ConnectionKeys({ keys, now }: { keys: ConnectionKey[]; now: Date }) {
  const t = useTranslations("ariaSource.connections");
  return (
    <ul aria-label={t("keys")} className="mt-3 divide-y divide-separator rounded-lg border border-separator">
      {keys.map((key) => (
        <li key={key.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
          <code className="font-mono text-[0.8125rem]">
            api_key <span className="sr-only">{t("keyEndsIn")} </span>…{key.last4}
          </code>
          <ApiKeyStateChip
            state={apiKeyState({ ...key, now })}
            daysLeft={key.endsAt === null ? 0 : Math.floor((key.endsAt.getTime() - now.getTime()) / DAY_MS)}
          />
          {key.endsAt !== null && (
            <span className="text-xs text-muted">
              {t("until")} <TimeWithZone value={key.endsAt} isBrief />
            </span>
          )}
          <span className="text-xs text-muted sm:ms-auto" title={key.lastUsedBy ?? undefined}>
            {key.lastUsedAt === null ? (
              t("neverUsed")
            ) : (
              <>
                {t("lastUsed")}: <TimeWithZone value={key.lastUsedAt} isBrief />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
