import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { UnauthorizedReason } from "@/db/enums";
import type { OfferedSource } from "@/lib/campaigns/offered-sources";
import type { Endpoint } from "@/lib/sources/describe-endpoint";
import type { SilenceCause } from "@/lib/sources/silence/silence-cause";
import { DeliveryReason } from "./delivery-reason";
import type { SourceWords } from "./source-words";

type SilenceCausesProps = {
  causes: SilenceCause[];
  source: OfferedSource;
  campaignId: number;
  timeZone: string;
  endpoint: Endpoint;
  words: SourceWords;
};

/** Why no call has been accepted, each cause with what was seen of it and what to do about it. */
export function SilenceCauses({ causes, endpoint, ...context }: SilenceCausesProps) {
  const t = useTranslations("silence");
  const tEndpoint = useTranslations("audioSources.endpoint");
  const tSources = useTranslations("sources");
  const code = (text: ReactNode) => <code className="font-mono text-[0.9em] wrap-anywhere">{text}</code>;
  const { problems, host } = endpoint;
  return (
    <div className="border-t border-separator px-4 py-3">
      <h4 className="font-semibold">{t("title")}</h4>
      <ol className="mt-2 flex flex-col gap-3">
        {problems.length > 0 && (
          <Cause
            what={`${tEndpoint("unreachable", { source: tSources(context.source) })}.`}
            evidence={[problems.map((problem) => tEndpoint(`problems.${problem}`, { host })).join(" ")]}
            remedy={tEndpoint.rich("remedy", { code })}
          />
        )}
        {causes.map((cause) => (
          <ReceivedCause key={JSON.stringify(cause)} cause={cause} {...context} />
        ))}
      </ol>
      {problems.length === 0 && causes.length === 0 && <p className="mt-2 text-muted">{t("none")}</p>}
    </div>
  );
}

type ReceivedCauseProps = Omit<SilenceCausesProps, "causes" | "endpoint"> & { cause: SilenceCause };

function ReceivedCause({ cause, source, campaignId, timeZone, words }: ReceivedCauseProps) {
  const t = useTranslations("silence");
  const tSources = useTranslations("sources");
  const values = { ...words, campaignId, source: tSources(source) };
  const at = (value: Date) => <TimeWithZone value={value} timeZone={timeZone} isShort />;
  const mono = (text: string) => <code className="font-mono text-xs wrap-anywhere">{text}</code>;
  switch (cause.kind) {
    case "wrong_key": {
      const { reason, keyLast4, remoteAddress, count, lastAt } = cause;
      const evidence = [
        keyLast4 !== "" && t("wrong_key.last4", { last4: keyLast4 }),
        mono(remoteAddress),
        t("times", { count }),
        at(lastAt),
      ];
      return (
        <Cause
          what={t(`wrong_key.what.${reason}`)}
          evidence={evidence}
          remedy={t(`wrong_key.remedies.${remedyOf(reason, source)}`, values)}
        />
      );
    }
    case "unreadable_body": {
      const { reason, receivedAt, place } = cause;
      if (!place)
        return <Cause what={<DeliveryReason reason={reason} />} evidence={[at(receivedAt)]} remedy={t("unreadable_body.remedy")} />;
      const { line, column, excerpt, placeholder } = place;
      const left = placeholder !== null && t("unreadable_body.placeholder", { placeholder });
      const evidence = [excerpt !== "" && mono(excerpt), left, at(receivedAt)];
      return <Cause what={t("unreadable_body.what", { line, column })} evidence={evidence} remedy={t("unreadable_body.remedy")} />;
    }
    case "no_campaign_number": {
      const { sent, receivedAt } = cause;
      const what = sent ? t(`no_campaign_number.${source}.sent`, { ...values, sent }) : t(`no_campaign_number.${source}.what`);
      return <Cause what={what} evidence={[at(receivedAt)]} remedy={t(`no_campaign_number.${source}.remedy`, values)} />;
    }
    case "unreplaced_placeholders": {
      const fields = cause.fields.map(({ path, sent }) => mono(`${path}: ${sent}`));
      const evidence = [...fields, at(cause.receivedAt)];
      return <Cause what={t("unreplaced_placeholders.what", values)} evidence={evidence} remedy={t("unreplaced_placeholders.remedy")} />;
    }
    case "other_campaign": {
      const { campaignId: id, problem, keyName, count, lastAt } = cause;
      const evidence = [keyName !== null && t("other_campaign.key", { name: keyName }), t("times", { count }), at(lastAt)];
      return (
        <Cause
          what={t(`other_campaign.what.${problem}`, { id })}
          evidence={evidence}
          remedy={t(`other_campaign.remedy.${source}`, values)}
        />
      );
    }
    case "archived":
      return <Cause what={t("archived.what")} evidence={[at(cause.lastAt)]} remedy={t("archived.remedy")} />;
    case "invalid_fields": {
      const evidence = [mono(cause.paths.join(", ")), at(cause.receivedAt)];
      return <Cause what={t("invalid_fields.what")} evidence={evidence} remedy={t("invalid_fields.remedy")} />;
    }
    case "not_ended": {
      const evidence = [mono(cause.eventKinds.join(", ")), t("times", { count: cause.count })];
      return <Cause what={t("not_ended.what")} evidence={evidence} remedy={t("not_ended.remedy", values)} />;
    }
    case "not_recorded":
    case "no_recording_url":
      return (
        <Cause what={t(`${cause.kind}.what`)} evidence={[t("times", { count: cause.count })]} remedy={t(`${cause.kind}.remedy`, values)} />
      );
    case "nothing_arrived":
      return <Cause what={t("nothing_arrived.what")} evidence={[]} remedy={t("nothing_arrived.remedy", values)} />;
  }
}

/** Where the reason itself says what to do, that; else what to do about a key of the source. */
function remedyOf(reason: UnauthorizedReason, source: OfferedSource) {
  return reason === "other_connection" || reason === "connection_disabled" ? reason : source;
}

type CauseProps = { what: ReactNode; evidence: (ReactNode | false)[]; remedy: ReactNode };

function Cause({ what, evidence, remedy }: CauseProps) {
  const seen = evidence.filter((part) => part !== false);
  return (
    <li className="border-s-2 border-warning ps-3">
      <p className="font-medium">{what}</p>
      {seen.length > 0 && (
        <p className="text-xs text-muted wrap-anywhere">
          {seen.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was seen is told once and never reordered.
            <Fragment key={index}>
              {index > 0 && " · "}
              {part}
            </Fragment>
          ))}
        </p>
      )}
      <p className="mt-0.5">{remedy}</p>
    </li>
  );
}
