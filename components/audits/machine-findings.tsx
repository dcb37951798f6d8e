import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { formatDuration } from "@/components/ui/duration";
import type { MachineFinding } from "@/lib/audits/machine/machine-answer";

const SIGNS = {
  met: { Sign: CircleCheck, className: "text-success" },
  unmet: { Sign: CircleX, className: "text-danger" },
  unknown: { Sign: CircleHelp, className: "text-muted" },
} as const;

/** What a machine's answer rests on, in words, one line for each condition; of what it cannot tell, why. Nothing where it said nothing. */
export function MachineFindings({ findings }: { findings: MachineFinding[] }) {
  const t = useTranslations("machineFindings");
  const say = useFindingWords();
  if (findings.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {findings.map((finding) => {
        const state = finding.isMet === null ? "unknown" : finding.isMet ? "met" : "unmet";
        const { Sign, className } = SIGNS[state];
        const words = say(finding);
        return (
          <li key={words} className="flex gap-1.5">
            <Sign role="img" aria-label={t(`signs.${state}`)} className={`mt-0.5 size-4 shrink-0 ${className}`} />
            <span className="min-w-0 wrap-anywhere">{words}</span>
          </li>
        );
      })}
    </ul>
  );
}

function useFindingWords(): (finding: MachineFinding) => string {
  const t = useTranslations("machineFindings");
  const format = useFormatter();
  const measured = (value: number, code: MachineFinding["code"]) => {
    if (code === "agent_interruptions") return format.number(value);
    return code === "longest_silence" ? formatDuration(value) : format.number(value, { style: "percent", maximumFractionDigits: 1 });
  };
  return (finding) => {
    switch (finding.code) {
      case "phrase_said":
      case "phrase_said_at_another_time":
      case "phrase_said_by_another":
      case "phrase_not_said": {
        const { code, phrase, phraseCount, speaker, saidBy, saidAtMs, withinFirstSeconds: first, withinLastSeconds: last } = finding;
        const when = first === null ? "last" : last === null ? "first" : "both";
        const who = saidBy ?? "unknown";
        const at = formatDuration((saidAtMs ?? 0) / 1000);
        // An empty arm of a message is none to the compiler of messages.
        const window = first === null && last === null ? "" : ` ${t("window", { when, first: first ?? 0, last: last ?? 0 })}`;
        const others = phraseCount === 1 ? "" : ` ${t("otherPhrases", { count: phraseCount - 1 })}`;
        return t(code, { phrase, others, speaker, who, at, window });
      }
      case "silence_ratio":
      case "longest_silence":
      case "agent_talk_ratio":
      case "agent_interruptions": {
        const { code, value, min, max } = finding;
        const kind = min === null ? (max === null ? "none" : "max") : max === null ? "min" : "both";
        const limits = t(`limits.${kind}`, { min: measured(min ?? 0, code), max: measured(max ?? 0, code) });
        return t(code, { value: measured(value, code), count: value, limits });
      }
      default:
        return t(finding.code);
    }
  };
}
