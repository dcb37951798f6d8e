import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { ApiKeyListItem } from "@/lib/api-keys/list-api-keys";
import { ApiKeyRow } from "./api-key-row";
import type { RotateApiKeyState } from "./rotate-api-key";

export type ApiKeyActions = {
  revoke: (id: string) => Promise<void>;
  rotate: (id: string, state: RotateApiKeyState, form: FormData) => Promise<RotateApiKeyState>;
};

type ApiKeyListProps = { keys: ApiKeyListItem[]; now: Date; actions: ApiKeyActions };

/** Every key, with who uses it and what can be done about it. On a narrow screen each key is a card. */
export function ApiKeyList({ keys, now, actions }: ApiKeyListProps) {
  const t = useTranslations("apiKeys");
  if (keys.length === 0) return <EmptyState icon={KeyRound} title={t("empty.title")} description={t("empty.description")} />;
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
        {keys.map((apiKey) => (
          <ApiKeyRow key={apiKey.id} apiKey={apiKey} now={now} actions={actions} />
        ))}
      </tbody>
    </table>
  );
}
