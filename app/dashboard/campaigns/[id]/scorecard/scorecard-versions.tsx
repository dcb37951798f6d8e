import Form from "next/form";
import { getTranslations } from "next-intl/server";
import { ScorecardQuestions } from "@/components/scorecards/scorecard-questions";
import { VersionDifferences } from "@/components/scorecards/version-diff";
import { VersionList } from "@/components/scorecards/version-list";
import { FormField } from "@/components/ui/form-field";
import { NativeSelect } from "@/components/ui/native-select";
import { Panel } from "@/components/ui/panel";
import { orNotFound } from "@/lib/auth/or-not-found";
import type { Viewer } from "@/lib/auth/viewer";
import type { CampaignDetail } from "@/lib/campaigns/get-campaign";
import { diffVersions } from "@/lib/scorecards/diff-versions";
import { MAX_COUNTED_AUDITS, type ScorecardState } from "@/lib/scorecards/get-scorecard";
import { getVersionContent, type VersionName } from "@/lib/scorecards/get-version-content";
import { toVersionName } from "@/lib/scorecards/to-version-name";
import { type ScorecardSearchParams, scorecardHref } from "./search-params";

type ScorecardVersionsProps = {
  viewer: Viewer;
  campaign: CampaignDetail;
  state: ScorecardState;
  chosen: ScorecardSearchParams;
  path: string;
};

/** The versions of a scorecard, what differs between two of them, and one of them whole. */
export async function ScorecardVersions({ viewer, campaign, state, chosen, path }: ScorecardVersionsProps) {
  const t = await getTranslations("scorecardVersions");
  const names: VersionName[] = [...(state.draftSavedAt === null ? [] : ["draft" as const]), ...state.versions.map(({ number }) => number)];
  const pick = (text: string) => names.find((name) => name === toVersionName(text));
  const [to, from] = [pick(chosen.to) ?? names[0], pick(chosen.from) ?? names[1]];
  const shown = pick(chosen.show);
  const read = (version: VersionName) => orNotFound(getVersionContent({ viewer, campaignId: campaign.id, version }));
  const [before, after, whole] = await Promise.all([from && read(from), to && read(to), shown && read(shown)]);
  const label = (name: VersionName) => (name === "draft" ? t("draft") : t("version", { number: name }));
  const href = (values: Partial<ScorecardSearchParams>) => scorecardHref(path, { view: "versions", ...values });
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[24rem_minmax(0,1fr)]">
      <Panel title={t("title")}>
        <VersionList
          versions={state.versions}
          maxCount={MAX_COUNTED_AUDITS}
          timeZone={campaign.timeZone}
          exportPath={`${path}/export`}
          showHref={(number) => href({ show: String(number) })}
          compareHref={(number) => (number > 1 ? href({ from: String(number - 1), to: String(number) }) : null)}
        />
      </Panel>
      <div className="flex min-w-0 flex-col gap-5">
        {shown && whole ? (
          <section aria-label={label(shown)} className="flex flex-col gap-3">
            <p className="font-semibold">{label(shown)}</p>
            <ScorecardQuestions content={whole} />
          </section>
        ) : (
          <Panel title={t("compare")}>
            {names.length > 1 && (
              <Form action={path} className="flex flex-wrap items-end gap-3 border-b border-separator p-4">
                <input type="hidden" name="view" value="versions" />
                {(
                  [
                    ["from", from],
                    ["to", to],
                  ] as const
                ).map(([name, value]) => (
                  <FormField key={name} label={t(name)} className="w-40">
                    {(wiring) => (
                      <NativeSelect {...wiring} key={value} name={name} defaultValue={String(value)}>
                        {names.map((one) => (
                          <option key={one} value={String(one)}>
                            {label(one)}
                          </option>
                        ))}
                      </NativeSelect>
                    )}
                  </FormField>
                ))}
                <button type="submit" className="button button--md button--outline">
                  {t("submit")}
                </button>
              </Form>
            )}
            {before && after ? (
              <VersionDifferences diff={diffVersions(before, after)} />
            ) : (
              <p className="px-4 py-3 text-muted">{t("onlyOne")}</p>
            )}
          </Panel>
        )}
      </div>
    </div>
  );
}
