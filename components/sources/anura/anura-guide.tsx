import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyBlock } from "@/components/sources/copy-block";
import { CopyRows } from "@/components/sources/copy-rows";
import { EndpointWarning } from "@/components/sources/endpoint-warning";
import { GuideStep } from "@/components/sources/guide-step";
import { LiveTest } from "@/components/sources/live-test";
import { SetUpChecklist } from "@/components/sources/set-up-checklist";
import type { SourceScreenProps } from "@/components/sources/source-screen-props";
import type { SourceWords } from "@/components/sources/source-words";
import { CopyField } from "@/components/ui/copy-field";
import { anuraBodyTemplate } from "@/lib/sources/anura/body-template";
import { describeEndpoint } from "@/lib/sources/describe-endpoint";
import { AnuraFieldTable, AnuraOptionalFieldTable } from "./anura-field-table";
import { AnuraHeaders } from "./anura-headers";
import { API_KEY_PLACEHOLDER, anuraSampleCommand } from "./sample-command";

const PATH = "/webhook/anura/";
const WORDS: SourceWords = {
  keyPlace: "X-API-Key",
  finalEvent: "END",
  campaignField: "campaign_id",
  recordedField: "wasrecorded",
  recordingField: "audio_file_mp3",
};
const RULES = ["end", "recorded", "operator", "names"] as const;

/** Everything that Anura's panel asks for, in its order, each value ready to be copied; and what arrives meanwhile. */
export function AnuraGuide({ campaignId, timeZone, baseUrl, liveTest, now }: SourceScreenProps) {
  const t = useTranslations("anuraGuide");
  const endpoint = describeEndpoint({ baseUrl, path: PATH });
  const code = (text: ReactNode) => <code className="font-mono text-[0.9em]">{text}</code>;
  return (
    <>
      <SetUpChecklist
        source="anura"
        campaignId={campaignId}
        endpoint={endpoint}
        progress={liveTest.progress}
        keyHref="/dashboard/settings/api-keys"
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <section className="min-w-0">
          <h2 className="text-lg font-semibold">{t("title")}</h2>
          <p className="mb-4 text-muted">{t("introduction")}</p>
          <ol className="flex flex-col gap-4">
            <GuideStep id="guide-endpoint" number={1} title={t("endpoint.title")} description={t("endpoint.description")}>
              <CopyField label={t("endpoint.label")} value={endpoint.url} />
              <EndpointWarning source="anura" endpoint={endpoint} />
            </GuideStep>
            <GuideStep id="guide-request" number={2} title={t("request.title")} description={t("request.description")}>
              <CopyRows
                rows={[
                  { label: t("request.protocol"), value: endpoint.protocol },
                  { label: t("request.host"), value: endpoint.host },
                  { label: t("request.port"), value: endpoint.port },
                  { label: t("request.path"), value: endpoint.path },
                  { label: t("request.method"), value: "POST" },
                  { label: t("request.contentType"), value: "application/json" },
                  { label: t("request.authorization"), value: t("request.noAuthorization") },
                ]}
              />
            </GuideStep>
            <GuideStep number={3} title={t("headers.title")} description={t("headers.description")}>
              <AnuraHeaders />
            </GuideStep>
            <GuideStep number={4} title={t("body.title")} description={t.rich("body.description", { code })}>
              <CopyBlock text={anuraBodyTemplate(campaignId)} name={t("body.label")} />
            </GuideStep>
            <GuideStep number={5} title={t("reference.title")} description={t("reference.description")}>
              <AnuraFieldTable campaignId={campaignId} timeZone={timeZone} />
              <h4 className="mt-5 font-semibold">{t("reference.optionalTitle")}</h4>
              <p className="mb-2 text-muted">{t("reference.optionalDescription")}</p>
              <AnuraOptionalFieldTable />
            </GuideStep>
            <GuideStep number={6} title={t("rules.title")}>
              <ul className="flex max-w-prose list-disc flex-col gap-2 ps-4 marker:text-muted">
                {RULES.map((rule) => (
                  <li key={rule}>{t.rich(`rules.${rule}`, { strong: (text) => <strong className="font-semibold">{text}</strong> })}</li>
                ))}
              </ul>
            </GuideStep>
          </ol>
        </section>
        <LiveTest
          {...liveTest}
          source="anura"
          campaignId={campaignId}
          timeZone={timeZone}
          endpoint={endpoint}
          words={WORDS}
          now={now}
          command={{
            text: anuraSampleCommand({ url: endpoint.url, campaignId, timeZone, now }),
            description: t("sample.description", { placeholder: API_KEY_PLACEHOLDER }),
          }}
        />
      </div>
    </>
  );
}
