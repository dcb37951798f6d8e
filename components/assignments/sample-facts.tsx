import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Facts } from "@/components/ui/facts";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { SampleDetails } from "@/lib/assignments/get-sample";
import { PlainDay } from "./plain-day";

/** How a sample was drawn, by whom and from what. */
export function SampleFacts({ sample }: { sample: SampleDetails }) {
  const t = useTranslations("assignments");
  const format = useFormatter();
  const { campaign, seed } = sample;
  return (
    <Facts
      facts={[
        { label: t("facts.kind"), value: t(`kinds.${sample.kind}`) },
        {
          label: t("facts.campaign"),
          value: (
            <Link href={`/dashboard/campaigns/${campaign.id}`} className="text-accent hover:underline">
              {campaign.name}
            </Link>
          ),
        },
        {
          label: t("facts.days"),
          value: (
            <>
              <PlainDay day={sample.startsOn} isShort /> – <PlainDay day={sample.endsOn} />
            </>
          ),
        },
        { label: t("facts.stratification"), value: t(`stratifications.${sample.stratification}`) },
        {
          label: t("facts.drawn"),
          value: t("facts.drawnOf", { drawn: format.number(sample.drawnCount), total: format.number(sample.populationCount) }),
        },
        {
          label: t("facts.seed"),
          value: (
            <span className="flex items-center gap-1">
              <code className="font-mono text-[0.8125rem] wrap-anywhere">{seed}</code>
              <CopyButton value={seed} name={t("facts.seed")} />
            </span>
          ),
        },
        { label: t("facts.due"), value: sample.dueOn && <PlainDay day={sample.dueOn} /> },
        { label: t("facts.by"), value: sample.creatorName },
        { label: t("facts.at"), value: <TimeWithZone value={sample.createdAt} timeZone={campaign.timeZone} isBrief /> },
      ]}
    />
  );
}
