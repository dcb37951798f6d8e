import { ArrowLeftRight } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { MergeForm } from "@/components/operators/merge-form";
import { MergePartnerSearch } from "@/components/operators/merge-partner-search";
import { MergeSides } from "@/components/operators/merge-sides";
import { OperatorProblemText } from "@/components/operators/operator-problem-text";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { FormProblem } from "@/components/ui/form-problem";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import type { Viewer } from "@/lib/auth/viewer";
import { getOperator } from "@/lib/operators/get-operator";
import { type MergePreview, previewMerge } from "@/lib/operators/merging/preview-merge";
import { type OperatorProblem, toOperatorProblem } from "@/lib/operators/operator-problem";
import { suggestMergePartners } from "@/lib/operators/suggest-merge-partners";
import { mergeOperatorsAction } from "../actions";
import { loadMergeSearchParams, mergeHref } from "../search-params";

const PATH = "/dashboard/operators/merge";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operators"))("merge.title") };
}

export default async function MergePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const { source, target, q } = await loadMergeSearchParams(searchParams);
  const t = await getTranslations("operators");
  return (
    <ClientMessages namespaces={["operators"]}>
      <PageHeader
        title={t("merge.title")}
        description={t("merge.description")}
        trail={[{ label: t("title"), href: "/dashboard/operators" }]}
      />
      {target === "" ? (
        <Choose viewer={viewer} sourceId={source} search={q} />
      ) : (
        <Preview viewer={viewer} source={source} target={target} />
      )}
    </ClientMessages>
  );
}

async function Choose({ viewer, sourceId, search }: { viewer: Viewer; sourceId: string; search: string }) {
  const source = await orNotFound(getOperator({ viewer, id: sourceId }));
  if (!source.canEdit || source.mergedInto) notFound();
  const found = await suggestMergePartners({ viewer, text: search.slice(0, 200), exceptId: source.id });
  const withHref = found.map((one) => ({ ...one, href: mergeHref(PATH, { source: source.id, target: one.id }) }));
  return <MergePartnerSearch source={source} search={search} found={withHref} />;
}

async function Preview({ viewer, source, target }: { viewer: Viewer; source: string; target: string }) {
  const t = await getTranslations("operators.merge");
  const preview = await previewOrProblem(viewer, source, target);
  if ("code" in preview)
    return (
      <FormProblem>
        <OperatorProblemText problem={preview} />
      </FormProblem>
    );
  return (
    <div className="max-w-4xl">
      <MergeSides preview={preview} />
      <p className="mt-4 wrap-anywhere">
        {t("summary", {
          calls: preview.source.callCount,
          tasks: preview.source.taskCount,
          source: preview.source.name,
          target: preview.target.name,
        })}
      </p>
      <MergeForm
        // The other way round is another question.
        key={source}
        action={mergeOperatorsAction.bind(null, { sourceId: source, targetId: target })}
        preview={preview}
      />
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink href={mergeHref(PATH, { source: target, target: source })} variant="outline" prefetch={false}>
          <ArrowLeftRight aria-hidden />
          {t("swap")}
        </ButtonLink>
        <ButtonLink href={`/dashboard/operators/${source}`} variant="ghost" prefetch={false}>
          {t("cancel")}
        </ButtonLink>
      </div>
    </div>
  );
}

async function previewOrProblem(viewer: Viewer, sourceId: string, targetId: string): Promise<MergePreview | OperatorProblem> {
  if (sourceId === targetId) return { code: "same", other: null };
  try {
    return await orNotFound(previewMerge({ actor: viewer, sourceId, targetId }));
  } catch (error) {
    return toOperatorProblem(error);
  }
}
