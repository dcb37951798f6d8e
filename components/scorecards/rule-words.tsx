import { useFormatter, useTranslations } from "next-intl";
import type { CriterionContent } from "@/lib/scorecards/scorecard-content";

type Rule = NonNullable<CriterionContent["rule"]>;

/** What a rule wants, in words, one line for each part. */
export function RuleWords({ rule }: { rule: Rule }) {
  const t = useTranslations("scorecard.rule.words");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 2 });
  const { phrases, maxSilenceRatio, maxLongestSilenceSeconds, agentTalkRatio, maxAgentInterruptions } = rule;
  const lines = [
    phrases &&
      t(phrases.isSaid ? "said" : "notSaid", {
        speaker: phrases.speaker,
        phrases: phrases.phrases.map((phrase) => `“${phrase}”`).join(", "),
      }),
    phrases?.withinFirstSeconds !== undefined && t("withinFirst", { seconds: phrases.withinFirstSeconds }),
    phrases?.withinLastSeconds !== undefined && t("withinLast", { seconds: phrases.withinLastSeconds }),
    maxSilenceRatio !== undefined && t("silenceRatio", { percent: percent(maxSilenceRatio) }),
    maxLongestSilenceSeconds !== undefined && t("longestSilence", { seconds: maxLongestSilenceSeconds }),
    agentTalkRatio?.min !== undefined && t("talkMin", { percent: percent(agentTalkRatio.min) }),
    agentTalkRatio?.max !== undefined && t("talkMax", { percent: percent(agentTalkRatio.max) }),
    maxAgentInterruptions !== undefined && t("interruptions", { count: maxAgentInterruptions }),
  ].filter((line) => typeof line === "string");
  return (
    <ul className="list-disc ps-4">
      {lines.map((line) => (
        <li key={line} className="wrap-anywhere">
          {line}
        </li>
      ))}
    </ul>
  );
}
