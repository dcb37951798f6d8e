import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { LikelyDuplicates } from "@/components/operators/likely-duplicates";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { listLikelyDuplicates } from "@/lib/operators/duplicates/list-likely-duplicates";
import { tellApartAction } from "../actions";
import { duplicatesHref, loadDuplicatesSearchParams } from "../search-params";

const PATH = "/dashboard/operators/duplicates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operators"))("duplicates.title") };
}

export default async function DuplicatesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const { after } = await loadDuplicatesSearchParams(searchParams);
  const [page, t] = await Promise.all([orNotFound(listLikelyDuplicates({ viewer, cursor: after })), getTranslations("operators")]);
  const isWhole = after === null && page.nextCursor === null;
  return (
    <ClientMessages namespaces={["operators"]}>
      <PageHeader
        title={t("duplicates.title")}
        description={t("duplicates.description")}
        trail={[{ label: t("title"), href: "/dashboard/operators" }]}
      />
      <Panel>
        {page.items.length === 0 ? (
          <EmptyState
            icon={CircleCheck}
            title={isWhole ? t("duplicates.noneTitle") : t("duplicates.noneHereTitle")}
            description={isWhole ? t("duplicates.noneDescription") : t("duplicates.noneHereDescription", { count: page.lookedThrough })}
          />
        ) : (
          <LikelyDuplicates pairs={page.items} tellApart={(one, other) => tellApartAction.bind(null, one, other)} />
        )}
        {!isWhole && (
          <nav aria-label={t("duplicates.pages")} className="flex justify-end gap-2 border-t border-separator px-4 py-2">
            {after !== null && (
              <ButtonLink href={PATH} size="sm" variant="ghost">
                {t("duplicates.first")}
              </ButtonLink>
            )}
            {page.nextCursor !== null && (
              <ButtonLink href={duplicatesHref(PATH, { after: page.nextCursor })} size="sm" variant="outline" prefetch={false}>
                {t("duplicates.more")}
              </ButtonLink>
            )}
          </nav>
        )}
      </Panel>
    </ClientMessages>
  );
}
