import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { ApiKeyFilter } from "@/components/api-keys/api-key-filter";
import { ApiKeyList } from "@/components/api-keys/api-key-list";
import { CreateApiKey } from "@/components/api-keys/create-api-key";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { API_KEY_SHOWS } from "@/lib/api-keys/api-key-state";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { env } from "@/lib/env";
import { createApiKeyAction, revokeApiKeyAction, rotateApiKeyAction } from "./actions";
import { apiKeysHref, loadApiKeySearchParams } from "./search-params";

const PATH = "/dashboard/settings/api-keys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiKeys"))("title") };
}

export default async function ApiKeysPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireViewer();
  const { show, after } = await loadApiKeySearchParams(searchParams);
  const [page, t] = await Promise.all([orNotFound(listApiKeys({ actor, show, cursor: after })), getTranslations("apiKeys")]);
  const actions = { revoke: revokeApiKeyAction, rotate: rotateApiKeyAction };
  const links = API_KEY_SHOWS.map((one) => ({ show: one, href: apiKeysHref(PATH, { show: one }) }));
  return (
    <ClientMessages namespaces={["apiKeys"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="flex flex-col gap-5">
        <Panel title={t("createTitle")}>
          <CreateApiKey action={createApiKeyAction} timeZone={env.TIME_ZONE} />
        </Panel>
        <Panel title={t("list")} actions={<ApiKeyFilter current={show} links={links} />}>
          <ApiKeyList keys={page.items} show={show} now={new Date()} timeZone={env.TIME_ZONE} actions={actions} />
          {(after !== null || page.nextCursor !== null) && (
            <nav aria-label={t("pages.label")} className="flex justify-end gap-1 border-t border-border px-3 py-2">
              {after !== null && (
                <ButtonLink href={apiKeysHref(PATH, { show })} size="sm" variant="ghost">
                  {t("pages.first")}
                </ButtonLink>
              )}
              {page.nextCursor !== null && (
                <ButtonLink href={apiKeysHref(PATH, { show, after: page.nextCursor })} size="sm" variant="outline">
                  {t("pages.next")}
                </ButtonLink>
              )}
            </nav>
          )}
        </Panel>
      </div>
    </ClientMessages>
  );
}
