import { ClipboardList } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { BeginScorecard } from "@/components/scorecards/begin-scorecard";
import { ScorecardBuilder } from "@/components/scorecards/scorecard-builder";
import { ScorecardQuestions } from "@/components/scorecards/scorecard-questions";
import { WorkedExample } from "@/components/scorecards/worked-example";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { orNotFound } from "@/lib/auth/or-not-found";
import { DEFAULT_LOCALE, toLocale } from "@/lib/i18n/locales";
import { isLanguageModelConfigured } from "@/lib/language-model/is-language-model-configured";
import { getHeadContent } from "@/lib/scorecards/get-head-content";
import { getScorecard } from "@/lib/scorecards/get-scorecard";
import { listScorecardCampaigns } from "@/lib/scorecards/list-scorecard-campaigns";
import { scorecardTemplate } from "@/lib/scorecards/template/scorecard-template";
import { requestedCampaign } from "../requested-campaign";
import { discardDraftAction, duplicateScorecardAction, importScorecardAction, publishDraftAction, saveDraftAction } from "./actions";
import { ScorecardVersions } from "./scorecard-versions";
import { loadScorecardSearchParams, scorecardHref } from "./search-params";

type ScorecardPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export default async function ScorecardPage({ params, searchParams }: ScorecardPageProps) {
  const { viewer, campaign } = await requestedCampaign((await params).id);
  const [chosen, t, state] = await Promise.all([
    loadScorecardSearchParams(searchParams),
    getTranslations("scorecard"),
    orNotFound(getScorecard({ viewer, campaignId: campaign.id })),
  ]);
  const path = `/dashboard/campaigns/${campaign.id}/scorecard`;
  const views = (["questions", "versions"] as const).map((view) => ({
    label: t(`views.${view}`),
    href: scorecardHref(path, { view }),
    isCurrent: chosen.view === view,
  }));
  const isVersions = chosen.view === "versions" && state.versions.length > 0;
  return (
    <ClientMessages namespaces={["scorecard"]}>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-muted">{t("explanation")}</p>
        {state.versions.length > 0 && <ChoiceLinks label={t("views.label")} choices={views} />}
      </div>
      {isVersions ? (
        <ScorecardVersions viewer={viewer} campaign={campaign} state={state} chosen={chosen} path={path} />
      ) : (
        <Questions viewer={viewer} campaign={campaign} state={state} path={path} />
      )}
    </ClientMessages>
  );
}

type QuestionsProps = Awaited<ReturnType<typeof requestedCampaign>> & { state: Awaited<ReturnType<typeof getScorecard>>; path: string };

/** The scorecard itself: to be drawn up, to be read, or to be begun. */
async function Questions({ viewer, campaign, state, path }: QuestionsProps) {
  const t = await getTranslations("scorecard");
  const { id, passingScore } = campaign;
  const content = await getHeadContent({ viewer, campaignId: id, state });
  if (!state.mayEdit) {
    if (content === null)
      return (
        <Panel>
          <EmptyState icon={ClipboardList} title={t("begin.title")} description={t("begin.descriptionOthers")} />
        </Panel>
      );
    return (
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <ScorecardQuestions content={content} />
        <WorkedExample sections={content.sections} passingScore={passingScore} />
      </div>
    );
  }
  const others = await listScorecardCampaigns({ viewer, exceptId: id });
  const actions = {
    saveDraft: saveDraftAction.bind(null, id),
    discardDraft: discardDraftAction.bind(null, id),
    publishDraft: publishDraftAction.bind(null, id),
    importScorecard: importScorecardAction.bind(null, id),
    duplicateScorecard: duplicateScorecardAction,
  };
  if (content === null) {
    const template = scorecardTemplate(toLocale(await getLocale()) ?? DEFAULT_LOCALE);
    const sources = others.filter(({ isPublished, hasDraft }) => isPublished || hasDraft);
    return (
      <Panel>
        <BeginScorecard campaignId={id} seen={state.seen} template={template} sources={sources} actions={actions} />
      </Panel>
    );
  }
  return (
    <ScorecardBuilder
      campaignId={id}
      content={content}
      seen={state.seen}
      hasDraft={state.draftSavedAt !== null}
      publishedNumber={state.versions[0]?.number ?? 0}
      passingScore={passingScore}
      hasLanguageModel={isLanguageModelConfigured()}
      targets={others}
      exportPath={`${path}/export`}
      actions={actions}
    />
  );
}
