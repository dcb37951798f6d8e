import { Archive, KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { ApiKeyShow } from "@/lib/api-keys/api-key-state";
import type { ApiKeyListItem } from "@/lib/api-keys/list-api-keys";
import { ApiKeyRow } from "./api-key-row";
import { pairApiKeys } from "./pair-api-keys";
import type { RotateApiKeyState } from "./rotate-api-key";

export type ApiKeyActions = {
  revoke: (id: string) => Promise<void>;
  rotate: (id: string, state: RotateApiKeyState, form: FormData) => Promise<RotateApiKeyState>;
};

type ApiKeyListProps = { keys: ApiKeyListItem[]; show: ApiKeyShow; now: Date; timeZone: string; actions: ApiKeyActions };

/** Keys, with who uses them and what can be done about them. On a narrow screen each key is a card. */
export function ApiKeyList({ keys, show, now, timeZone, actions }: ApiKeyListProps) {
  const t = useTranslations("apiKeys");
  if (keys.length === 0) {
    const isLive = show === "live";
    return (
      <EmptyState
        icon={isLive ? KeyRound : Archive}
        title={t(isLive ? "empty.title" : "emptyEnded.title")}
        description={t(isLive ? "empty.description" : "emptyEnded.description")}
      />
    );
  }
  return (
    <table className="w-full text-start max-xl:block">
      <thead className="max-xl:sr-only">
        <tr className="border-b border-separator text-xs text-muted [&>th]:px-3 [&>th]:py-2 [&>th]:text-start [&>th]:font-medium [&>th]:whitespace-nowrap [&>th]:first:ps-4">
          <th scope="col">{t("columns.name")}</th>
          <th scope="col">{t("columns.created")}</th>
          <th scope="col">{t("columns.lastUsed")}</th>
          <th scope="col">{t("columns.state")}</th>
          <th scope="col">
            <span className="sr-only">{t("columns.actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-xl:block">
        {pairApiKeys(keys).map((apiKey) => (
          <ApiKeyRow key={apiKey.id} apiKey={apiKey} now={now} timeZone={timeZone} actions={actions} />
        ))}
      </tbody>
    </table>
  );
}
