import { useFormatter, useTranslations } from "next-intl";
import { Duration } from "@/components/ui/duration";
import type { TranscriptMeasures, TranscriptSpeaker } from "@/lib/transcripts/get-transcript";
import { SPEAKER_MARKS } from "./speaker-look";
import { speakerName } from "./speaker-name";

type MeasuresPanelProps = { measures: TranscriptMeasures; speakers: TranscriptSpeaker[]; laneReason: string };

/** What was measured from the sound: how the talk was shared, silence, cross-talk. */
export function MeasuresPanel({ measures, speakers, laneReason }: MeasuresPanelProps) {
  const t = useTranslations("hearing.measures");
  const tTranscript = useTranslations("hearing.transcript");
  const format = useFormatter();
  const isShared = measures.lanes.length === 2;
  const nameOf = (index: number) => {
    const speaker = speakers[index];
    return isShared && speaker ? speakerName({ t: tTranscript, speaker, index, isOnly: false }) : t("everybody");
  };
  const rows = [
    {
      label: t("silence"),
      value: <Measured seconds={measures.silenceSeconds} note={format.number(measures.silenceRatio, { style: "percent" })} />,
    },
    { label: t("longestSilence"), value: <Duration seconds={measures.longestSilenceSeconds} /> },
    ...(isShared ? [{ label: t("crossTalk"), value: <Duration seconds={measures.crossTalkSeconds} /> }] : []),
  ];
  return (
    <div className="px-4 py-3 text-sm">
      {isShared && (
        <div aria-hidden className="mb-3 flex h-2 overflow-hidden rounded-full bg-default">
          {measures.lanes.map((lane, index) => (
            <span key={lane.channel} className={SPEAKER_MARKS[index]} style={{ width: `${lane.talkRatio * 100}%` }} />
          ))}
        </div>
      )}
      <table className="w-full">
        <thead>
          <tr className="text-xs text-muted">
            <th scope="col" className="text-start font-normal">
              {t("who")}
            </th>
            <th scope="col" className="text-end font-normal">
              {t("talk")}
            </th>
            <th scope="col" className="text-end font-normal">
              {t("monologue")}
            </th>
            <th scope="col" className="text-end font-normal">
              {t("rate")}
            </th>
            {isShared && (
              <th scope="col" className="text-end font-normal">
                {t("interruptions")}
              </th>
            )}
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {measures.lanes.map((lane, index) => (
            <tr key={lane.channel}>
              <th scope="row" className="py-1 text-start font-medium">
                {nameOf(index)}
              </th>
              <td className="text-end">
                <Measured seconds={lane.talkSeconds} note={format.number(lane.talkRatio, { style: "percent" })} />
              </td>
              <td className="text-end">
                <Duration seconds={lane.longestMonologueSeconds} />
              </td>
              <td className="text-end">{lane.wordsPerMinute ?? "—"}</td>
              {isShared && <td className="text-end">{lane.interruptionCount}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="mt-2 flex flex-col gap-1 border-t border-separator pt-2">
        {rows.map(({ label, value }) => (
          <div key={label} className="flex justify-between gap-4">
            <dt className="text-muted">{label}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {laneReason !== "stereo" && <p className="mt-2 text-xs text-muted">{t(`lanes.${laneReasonOf(laneReason)}`)}</p>}
    </div>
  );
}

function Measured({ seconds, note }: { seconds: number; note: string }) {
  return (
    <>
      <Duration seconds={seconds} /> <span className="text-muted">{note}</span>
    </>
  );
}

function laneReasonOf(reason: string): "mono" | "same_on_both" | "one_side_silent" {
  return reason === "same_on_both" || reason === "one_side_silent" ? reason : "mono";
}
