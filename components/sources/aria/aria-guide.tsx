import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyBlock } from "@/components/sources/copy-block";
import { EndpointWarning } from "@/components/sources/endpoint-warning";
import { GuideStep } from "@/components/sources/guide-step";
import { CopyField } from "@/components/ui/copy-field";
import type { ConnectionListItem } from "@/lib/connections/list-connections";
import type { AriaFormat } from "@/lib/sources/aria/request-template";
import type { Endpoint } from "@/lib/sources/describe-endpoint";
import { AriaFields } from "./aria-fields";
import { AriaRequest } from "./aria-request";
import { API_KEY_PLACEHOLDER, type AriaSampleInput, ariaSample } from "./sample-command";

const RULES = ["call", "blanks", "later", "same", "down", "duplicate", "recording", "campaigns", "operator", "times"] as const;

type AriaGuideProps = {
  /** Whose values the guide is filled with; null while there is none. */
  connection: ConnectionListItem | null;
  endpoint: Endpoint;
  sample: AriaSampleInput;
  format: AriaFormat;
  formatLinks: { format: AriaFormat; href: string }[];
};

/** Everything that a platform's settings ask for, each value ready to be copied, and what becomes of what it sends. */
export function AriaGuide({ connection, endpoint, sample, format, formatLinks }: AriaGuideProps) {
  const t = useTranslations("ariaGuide");
  const strong = (text: ReactNode) => <strong className="font-semibold">{text}</strong>;
  return (
    <section className="min-w-0">
      <h2 className="text-lg font-semibold">{t("title")}</h2>
      <p className="mb-4 max-w-prose text-muted">{t("introduction")}</p>
      <ol className="flex flex-col gap-4">
        <GuideStep id="guide-endpoint" number={1} title={t("endpoint.title")} description={t("endpoint.description")}>
          <CopyField label={t("endpoint.label")} value={endpoint.url} />
          <EndpointWarning source="aria" endpoint={endpoint} />
        </GuideStep>
        <GuideStep number={2} title={t("credentials.title")} description={t("credentials.description")}>
          {connection === null ? <p>{t("credentials.none")}</p> : <Credentials connection={connection} />}
        </GuideStep>
        <GuideStep
          id="guide-request"
          number={3}
          title={t("request.title")}
          description={t.rich("request.description", { code: (text) => <code className="font-mono text-[0.9em]">{text}</code> })}
        >
          <AriaRequest
            format={format}
            links={formatLinks}
            url={endpoint.url}
            connectionId={sample.connectionId}
            takesPixels={connection?.takesPixels ?? false}
          />
        </GuideStep>
        <GuideStep number={4} title={t("sample.title")} description={t("sample.description", { placeholder: API_KEY_PLACEHOLDER })}>
          <details>
            <summary className="w-fit cursor-pointer rounded-sm text-link">{t("sample.show")}</summary>
            <div className="mt-3">
              <CopyBlock text={JSON.stringify(ariaSample(sample), null, 2)} name={t("sample.label")} />
            </div>
          </details>
        </GuideStep>
        <GuideStep number={5} title={t("reference.title")} description={t("reference.description")}>
          <AriaFields />
        </GuideStep>
        <GuideStep number={6} title={t("rules.title")}>
          <ul className="flex max-w-prose list-disc flex-col gap-2 ps-4 marker:text-muted">
            {RULES.map((rule) => (
              <li key={rule}>{t.rich(`rules.${rule}`, { strong, zone: sample.timeZone })}</li>
            ))}
          </ul>
        </GuideStep>
      </ol>
    </section>
  );
}

function Credentials({ connection: { publicId, keys } }: { connection: ConnectionListItem }) {
  const t = useTranslations("ariaGuide.credentials");
  const last4 = keys[0]?.last4;
  return (
    <div className="flex flex-col gap-3">
      <CopyField label="connection_id" value={publicId} />
      <div>
        <div className="mb-1 text-xs font-medium text-muted">api_key</div>
        <p>
          {last4 === undefined
            ? t("keyLost")
            : t.rich("keyShown", { last: () => <code className="font-mono text-[0.9em]">…{last4}</code> })}
        </p>
      </div>
    </div>
  );
}
