import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiKeyList } from "@/components/api-keys/api-key-list";
import { CreateApiKey } from "@/components/api-keys/create-api-key";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { env } from "@/lib/env";
import { createApiKeyAction, revokeApiKeyAction, rotateApiKeyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiKeys"))("title") };
}

export default async function ApiKeysPage() {
  const actor = await requireViewer();
  const [keys, t] = await Promise.all([orNotFound(listApiKeys({ actor })), getTranslations("apiKeys")]);
  return (
    <ClientMessages namespaces={["apiKeys"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="flex flex-col gap-5">
        <Panel title={t("createTitle")}>
          <CreateApiKey action={createApiKeyAction} timeZone={env.TIME_ZONE} />
        </Panel>
        <Panel title={t("list")}>
          <ApiKeyList keys={keys} now={new Date()} actions={{ revoke: revokeApiKeyAction, rotate: rotateApiKeyAction }} />
        </Panel>
      </div>
    </ClientMessages>
  );
}
