"use client";

import { useTranslations } from "next-intl";
import type { LineMood } from "@/components/hearing/line-mood";
import { goToMoment } from "@/components/hearing/moments";
import { MoodIcon } from "@/components/hearing/mood-icon";
import { SPEAKER_MARKS } from "@/components/hearing/speaker-look";
import { speakerName } from "@/components/hearing/speaker-name";
import { formatDuration } from "@/components/ui/duration";
import type { Transcript } from "@/lib/transcripts/get-transcript";

type SentimentPictureProps = { sentiments: LineMood[]; transcript: Transcript };

/** Who is in which mood, and when, over the time of the call: a row for each voice, the better above its line and the worse below. */
export function SentimentPicture({ sentiments, transcript }: SentimentPictureProps) {
  const t = useTranslations("analysis");
  const tTranscript = useTranslations("hearing.transcript");
  const { speakers, segments, durationSeconds } = transcript;
  const rows = speakers.map((speaker, index) => ({
    index,
    name: speakerName({ t: tTranscript, speaker, index, isOnly: speakers.length === 1 }),
    marks: sentiments.flatMap((mood) => {
      const segment = segments[mood.position];
      return segment?.speaker === index ? [{ ...mood, startMs: segment.startMs }] : [];
    }),
  }));
  const countOf = (marks: LineMood[], sentiment: LineMood["sentiment"]) => marks.filter((mark) => mark.sentiment === sentiment).length;
  return (
    <div className="flex flex-col gap-3">
      {rows.map(({ index, name, marks }) => (
        <div key={index}>
          <p className="flex items-center gap-1.5 text-xs">
            <span aria-hidden className={`size-2 rounded-full ${SPEAKER_MARKS[index % SPEAKER_MARKS.length]}`} />
            <span className="min-w-0 truncate font-semibold">{name}</span>
            <span className="ms-auto text-muted">
              {t("moodCounts", { positive: countOf(marks, "positive"), negative: countOf(marks, "negative") })}
            </span>
          </p>
          <ul className="relative mx-2 mt-1 h-12 before:absolute before:inset-x-0 before:top-1/2 before:border-t before:border-separator">
            {marks.map((mark) => {
              const time = formatDuration(mark.startMs / 1000);
              const label = t("moodAt", { time, mood: t(`moods.${mark.sentiment}`), quote: mark.quote });
              return (
                <li
                  key={mark.position}
                  className={`absolute -translate-x-1/2 ${mark.sentiment === "positive" ? "top-0" : "bottom-0"}`}
                  style={{ insetInlineStart: `${Math.min(100, mark.startMs / 10 / durationSeconds)}%` }}
                >
                  <button
                    type="button"
                    aria-label={label}
                    title={label}
                    onClick={() => goToMoment(mark.startMs / 1000)}
                    className="grid size-6 place-items-center rounded-full bg-surface hover:bg-default"
                  >
                    <MoodIcon sentiment={mark.sentiment} />
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
      <p aria-hidden className="mx-2 flex justify-between text-xs text-muted tabular-nums">
        <span>{formatDuration(0)}</span>
        <span>{formatDuration(durationSeconds)}</span>
      </p>
    </div>
  );
}
