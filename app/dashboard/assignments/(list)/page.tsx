import { Dices } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { OwnQueue } from "@/components/assignments/own-queue";
import { SampleList } from "@/components/assignments/sample-list";
import { ForwardLinks } from "@/components/data-table/forward-links";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { canDraw } from "@/lib/assignments/assignment-access";
import { listOwnQueue } from "@/lib/assignments/list-own-queue";
import { listSamples } from "@/lib/assignments/list-samples";
import { requireViewer } from "@/lib/auth/require-viewer";
import { loadSamplesSearchParams, samplesHref } from "../search-params";

const PATH = "/dashboard/assignments";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignments"))("title") };
}

export default async function AssignmentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const { after } = await loadSamplesSearchParams(searchParams);
  const draws = canDraw(viewer);
  const [queue, samples, t] = await Promise.all([
    listOwnQueue({ viewer }),
    draws ? listSamples({ viewer, cursor: after }) : null,
    getTranslations("assignments"),
  ]);
  return (
    <ClientMessages namespaces={["assignments"]}>
      <PageHeader
        title={t("title")}
        description={draws ? t("description") : t("descriptionOwn")}
        actions={
          draws && (
            <ButtonLink href={`${PATH}/new`}>
              <Dices aria-hidden />
              {t("create")}
            </ButtonLink>
          )
        }
      />
      <div className="flex flex-col gap-4">
        {(!draws || queue.leftCount > 0) && <OwnQueue queue={queue} />}
        {samples && (
          <Panel title={t("samples")}>
            <SampleList samples={samples.items} path={PATH} />
            <ForwardLinks
              label={t("pages")}
              firstHref={after === null ? null : PATH}
              nextHref={samples.nextCursor === null ? null : samplesHref(PATH, { after: samples.nextCursor })}
            />
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}
