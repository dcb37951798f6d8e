import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createLoader, createSerializer, parseAsNumberLiteral, type SearchParams } from "nuqs/server";
import { ReceptionTabs } from "@/components/reception/reception-tabs";
import { UnauthorizedList } from "@/components/reception/unauthorized-list";
import { ButtonLink } from "@/components/ui/button-link";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { env } from "@/lib/env";
import { listUnauthorizedRequests } from "@/lib/reception/list-unauthorized-requests";

const PATH = "/dashboard/reception/unauthorized";
const SPANS = [1, 7, 30] as const;

const searchParamsOfPage = { days: parseAsNumberLiteral(SPANS).withDefault(7) };
const loadSearchParams = createLoader(searchParamsOfPage);
const hrefOf = createSerializer(searchParamsOfPage);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reception"))("unauthorized.title") };
}

export default async function UnauthorizedPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const { days } = await loadSearchParams(searchParams);
  const [requests, t] = await Promise.all([
    orNotFound(listUnauthorizedRequests({ viewer, days, timeZone: env.TIME_ZONE })),
    getTranslations("reception"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("unauthorized.description")}
        actions={
          <ButtonLink href="/dashboard/settings/api-keys" variant="outline">
            {t("unauthorized.keys")}
          </ButtonLink>
        }
      />
      <ReceptionTabs current="unauthorized" />
      <ChoiceLinks
        label={t("unauthorized.span")}
        choices={SPANS.map((span) => ({
          label: t("unauthorized.days", { count: span }),
          href: hrefOf(PATH, { days: span }),
          isCurrent: span === days,
        }))}
        className="mb-3 w-fit"
      />
      <Panel>
        <UnauthorizedList requests={requests} isHourly={days === 1} />
      </Panel>
    </>
  );
}
