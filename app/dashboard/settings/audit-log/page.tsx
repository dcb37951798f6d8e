import { buttonVariants } from "@heroui/styles";
import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { AuditTable } from "@/components/audit-log/audit-table";
import { NoAuditEntries } from "@/components/audit-log/no-audit-entries";
import { VerifyChain } from "@/components/audit-log/verify-chain";
import { PageLinks } from "@/components/data-table/page-links";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listAuditActors } from "@/lib/audit-log/list-audit-actors";
import { listAuditEntries } from "@/lib/audit-log/list-audit-entries";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { PAGE_SIZES } from "@/lib/page-sizes";
import { verifySliceAction } from "./actions";
import { AuditFilterBar } from "./audit-filter-bar";
import { filterChoices } from "./filter-choices";
import { filtersOf } from "./filters-of";
import { auditLogHref, loadAuditLogSearchParams } from "./search-params";

const PATH = "/dashboard/settings/audit-log";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auditLog"))("title") };
}

export default async function AuditLogPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireViewer();
  const params = await loadAuditLogSearchParams(searchParams);
  const filters = filtersOf(params);
  const chosenId = filters.actorId === "system" ? undefined : filters.actorId;
  const [page, actors, t] = await Promise.all([
    orNotFound(listAuditEntries({ actor, filters, before: params.before, after: params.after, limit: params.size })),
    orNotFound(listAuditActors({ actor, chosenId })),
    getTranslations("auditLog"),
  ]);
  const choices = await filterChoices({ actors, object: filters.object, named: page.items[0]?.object.name });
  const here = (change: Partial<typeof params>) => auditLogHref(PATH, { ...params, before: null, after: null, ...change });
  const isFiltered = Object.values(filters).some((filter) => filter !== undefined);
  return (
    <ClientMessages namespaces={["auditLog"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          // A file and no page: a Link would fetch it ahead.
          <a
            href={auditLogHref(`${PATH}/export`, { ...params, size: null, before: null, after: null })}
            download
            className={buttonVariants({ variant: "outline" })}
          >
            <Download aria-hidden />
            {t("export")}
          </a>
        }
      />
      <VerifyChain verifySlice={verifySliceAction} />
      <AuditFilterBar {...choices}>
        <Panel>
          {page.items.length === 0 ? (
            <NoAuditEntries isFiltered={isFiltered} path={PATH} />
          ) : (
            <AuditTable entries={page.items} historyHrefOf={({ kind, id }) => auditLogHref(PATH, { kind, id, size: params.size })} />
          )}
          <PageLinks
            firstHref={page.previousCursor === null ? null : here({})}
            previousHref={page.previousCursor === null ? null : here({ after: Number(page.previousCursor) })}
            nextHref={page.nextCursor === null ? null : here({ before: Number(page.nextCursor) })}
            sizes={PAGE_SIZES.map((size) => ({ size, href: here({ size }), isCurrent: size === params.size }))}
          />
        </Panel>
      </AuditFilterBar>
    </ClientMessages>
  );
}
