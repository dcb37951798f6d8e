import { Plus, Users } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import type { SortLink } from "@/components/data-table/data-table";
import { PageLinks } from "@/components/data-table/page-links";
import { NoOperators } from "@/components/operators/no-operators";
import { OperatorFilters } from "@/components/operators/operator-filters";
import { OperatorTable } from "@/components/operators/operator-table";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { OPERATOR_ORIGINS } from "@/db/enums";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { canSortByLastCall } from "@/lib/operators/can-sort-by-last-call";
import { listOperators } from "@/lib/operators/list-operators";
import { OPERATOR_SORTS, type OperatorSortKey } from "@/lib/operators/operator-cursor";
import { PAGE_SIZES } from "@/lib/page-sizes";
import { loadOperatorSearchParams, type OperatorSearchParams, operatorListHref } from "../search-params";

const PATH = "/dashboard/operators";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operators"))("title") };
}

export default async function OperatorsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await loadOperatorSearchParams(searchParams);
  const sorts = canSortByLastCall(viewer) ? OPERATOR_SORTS : (["name"] as const);
  const { q, origin, show, sort, order, size } = params;
  const [page, t] = await Promise.all([
    orNotFound(
      listOperators({
        ...{ viewer, text: q.slice(0, 200), origins: origin, isMergedAway: show === "merged" },
        ...{ sort: { key: sort, order }, cursor: params.page, limit: size },
      }),
    ),
    getTranslations("operators"),
  ]);
  const here = (change: Partial<OperatorSearchParams>) => operatorListHref(PATH, { ...params, page: "", ...change });
  const isUnfiltered = q === "" && origin.length === 0 && show === "current" && params.page === "";
  return (
    <ClientMessages namespaces={["operators"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <ButtonLink href={`${PATH}/duplicates`} variant="outline">
              <Users aria-hidden />
              {t("duplicatesLink")}
            </ButtonLink>
            <ButtonLink href={`${PATH}/new`}>
              <Plus aria-hidden />
              {t("create")}
            </ButtonLink>
          </>
        }
      />
      <OperatorFilters
        path={PATH}
        search={q}
        kept={{ origin: origin.join(","), show: show === "current" ? "" : show }}
        origins={[
          { label: t("filters.anyOrigin"), href: here({ origin: [] }), isCurrent: origin.length !== 1 },
          ...OPERATOR_ORIGINS.map((one) => ({
            label: t(`origins.${one}`),
            href: here({ origin: [one] }),
            isCurrent: origin.length === 1 && origin[0] === one,
          })),
        ]}
        shows={(["current", "merged"] as const).map((one) => ({
          label: t(`filters.${one}`),
          href: here({ show: one }),
          isCurrent: one === show,
        }))}
      />
      <Panel>
        {page.items.length === 0 ? (
          <NoOperators isFiltered={!isUnfiltered} path={PATH} />
        ) : (
          <OperatorTable operators={page.items} sortLinks={sortLinksOf(sorts, params, here)} />
        )}
        <PageLinks
          firstHref={page.previousCursor === null ? null : here({})}
          previousHref={page.previousCursor === null ? null : here({ page: page.previousCursor })}
          nextHref={page.nextCursor === null ? null : here({ page: page.nextCursor })}
          sizes={PAGE_SIZES.map((one) => ({ size: one, href: here({ size: one }), isCurrent: one === size }))}
        />
      </Panel>
    </ClientMessages>
  );
}

/** Where each header that sorts leads: names from A on and calls from the newest on, and turned round by the next press. */
function sortLinksOf(
  sorts: readonly OperatorSortKey[],
  params: OperatorSearchParams,
  here: (change: Partial<OperatorSearchParams>) => string,
): Record<string, SortLink> {
  return Object.fromEntries(
    sorts.map((key) => {
      const isCurrent = key === params.sort;
      const first = key === "name" ? "asc" : "desc";
      const order = isCurrent && params.order === first ? (first === "asc" ? "desc" : "asc") : first;
      return [key, { href: here({ sort: key, order }), direction: isCurrent ? DIRECTIONS[params.order] : null }];
    }),
  );
}

const DIRECTIONS = { asc: "ascending", desc: "descending" } as const;
