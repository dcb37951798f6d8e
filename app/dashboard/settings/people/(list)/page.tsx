import { SearchX, UserRoundPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PeopleTable } from "@/components/people/people-table";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { listUsers } from "@/lib/users/list-users";
import { PeopleFilterBar } from "../people-filter-bar";
import { loadPeopleSearchParams, peopleHref } from "../search-params";

const PATH = "/dashboard/settings/people";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireViewer();
  const { q, role, state, after } = await loadPeopleSearchParams(searchParams);
  const [page, t] = await Promise.all([
    orNotFound(listUsers({ actor, search: q, roles: role, states: state, cursor: after })),
    getTranslations("people"),
  ]);
  return (
    <ClientMessages namespaces={["people", "roles"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <ButtonLink href={`${PATH}/new`}>
            <UserRoundPlus aria-hidden />
            {t("invite")}
          </ButtonLink>
        }
      />
      <PeopleFilterBar>
        <Panel>
          {page.items.length === 0 ? (
            <EmptyState
              icon={SearchX}
              title={t("emptySearch.title")}
              description={t("emptySearch.description")}
              action={
                <ButtonLink href={PATH} variant="outline">
                  {t("emptySearch.action")}
                </ButtonLink>
              }
            />
          ) : (
            <PeopleTable
              people={page.items}
              ownId={actor.userId}
              path={PATH}
              firstHref={after === null ? null : peopleHref(PATH, { q, role, state })}
              nextHref={page.nextCursor === null ? null : peopleHref(PATH, { q, role, state, after: page.nextCursor })}
            />
          )}
        </Panel>
      </PeopleFilterBar>
    </ClientMessages>
  );
}
