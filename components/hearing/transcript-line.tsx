"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, memo, type ReactNode, useState } from "react";
import { formatDuration } from "@/components/ui/duration";
import type { TranscriptSegment } from "@/lib/transcripts/get-transcript";
import { CorrectLine } from "./correct-line";
import type { Hit } from "./find-hits";
import type { HearingActions } from "./hearing-actions";
import { LineActions } from "./line-actions";
import { lineElementId } from "./line-element-id";
import { LineMoodSign } from "./line-mood";
import type { Playback } from "./playback";
import { SPEAKER_MARKS } from "./speaker-look";
import { spokenWords, wordAt } from "./spoken-words";
import { usePlace } from "./use-playback";

type TranscriptLineProps = {
  segment: TranscriptSegment;
  speakerName: string;
  isSameSpeaker: boolean;
  isCurrent: boolean;
  hits: Hit[];
  chosenHit: Hit | null;
  playback: Playback;
  correct: HearingActions["correct"] | null;
};

/** One line: who says it, when, and what. A click on a word plays it. */
function Line({ segment, speakerName, isSameSpeaker, isCurrent, hits, chosenHit, playback, correct }: TranscriptLineProps) {
  const t = useTranslations("hearing.transcript");
  const [isEditing, setIsEditing] = useState(false);
  // A long call has thousands of lines: only the one that is pointed at or has the focus has its buttons.
  const [isReached, setIsReached] = useState(false);
  const time = formatDuration(segment.startMs / 1000);
  const playWord = (event: MouseEvent<HTMLParagraphElement>) => {
    // Whoever marks text wants to copy it.
    if (window.getSelection()?.isCollapsed === false) return;
    const word = wordAt(spokenWords(segment), offsetOf(event));
    playback.seek((word?.startMs ?? segment.startMs) / 1000);
  };
  return (
    <li
      id={lineElementId(segment.position)}
      onPointerEnter={() => setIsReached(true)}
      onPointerLeave={({ currentTarget }) => setIsReached(currentTarget.contains(document.activeElement))}
      onFocus={() => setIsReached(true)}
      onBlur={({ currentTarget, relatedTarget }) => setIsReached(currentTarget.contains(relatedTarget) || currentTarget.matches(":hover"))}
      className={`grid grid-cols-[3.75rem_minmax(0,1fr)] gap-x-2 px-3 [contain-intrinsic-size:auto_3rem] [content-visibility:auto] ${isSameSpeaker ? "pt-1" : "pt-3"}`}
    >
      <button
        type="button"
        onClick={() => playback.seek(segment.startMs / 1000)}
        aria-label={t("playFrom", { time })}
        className="flex h-6 items-center gap-1 justify-self-start rounded-sm px-1 text-xs text-muted tabular-nums hover:bg-default hover:text-foreground"
      >
        <Play aria-hidden className="size-3" />
        {time}
      </button>
      <div className={`min-w-0 rounded-md px-2 pb-1 ${isCurrent ? "bg-accent-soft" : ""}`} aria-current={isCurrent ? "true" : undefined}>
        <div className="flex min-h-6 items-center gap-2">
          <span className={`flex items-center gap-1.5 text-xs font-semibold ${isSameSpeaker ? "sr-only" : ""}`}>
            <span aria-hidden className={`size-2 rounded-full ${SPEAKER_MARKS[segment.speaker % SPEAKER_MARKS.length]}`} />
            {speakerName}
          </span>
          <LineMoodSign position={segment.position} />
          {isReached && (
            <LineActions
              segment={segment}
              speakerName={speakerName}
              time={time}
              onCorrect={correct && !isEditing ? () => setIsEditing(true) : null}
            />
          )}
        </div>
        {isEditing && correct ? (
          <CorrectLine segment={segment} correct={correct} onClose={() => setIsEditing(false)} />
        ) : (
          // The button before it does the same for those who do not point.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
          <p onClick={playWord} className="cursor-pointer leading-relaxed wrap-anywhere">
            {isCurrent && hits.length === 0 ? (
              <CurrentText segment={segment} playback={playback} />
            ) : (
              <MarkedText text={segment.text} hits={hits} chosenHit={chosenHit} />
            )}
          </p>
        )}
        {segment.originalText !== null && !isEditing && (
          <details className="text-xs text-muted">
            <summary className="cursor-pointer">{t("corrected")}</summary>
            <p className="mt-1 line-through">{segment.originalText}</p>
          </details>
        )}
      </div>
    </li>
  );
}

/** Thousands of lines stay as they are while one of them is said. */
export const TranscriptLine = memo(Line);

/** The line that is said, with the word that is said in it. */
function CurrentText({ segment, playback }: { segment: TranscriptSegment; playback: Playback }) {
  const words = spokenWords(segment);
  const index = usePlace(playback, (seconds) => words.findLastIndex(({ startMs }) => startMs <= seconds * 1000));
  const word = words[index];
  if (!word) return segment.text;
  return (
    <>
      {segment.text.slice(0, word.from)}
      <span className="rounded-sm bg-accent text-accent-foreground">{segment.text.slice(word.from, word.to)}</span>
      {segment.text.slice(word.to)}
    </>
  );
}

function MarkedText({ text, hits, chosenHit }: { text: string; hits: Hit[]; chosenHit: Hit | null }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const hit of hits) {
    parts.push(
      text.slice(at, hit.from),
      <mark
        key={hit.from}
        className={hit === chosenHit ? "rounded-sm bg-warning text-warning-foreground" : "rounded-sm bg-warning-soft text-foreground"}
      >
        {text.slice(hit.from, hit.to)}
      </mark>,
    );
    at = hit.to;
  }
  return [...parts, text.slice(at)];
}

/** The character that was clicked, counted in the text of the whole paragraph. */
function offsetOf({ currentTarget, clientX, clientY }: MouseEvent<HTMLParagraphElement>): number {
  const position = document.caretPositionFromPoint?.(clientX, clientY);
  if (!position || !currentTarget.contains(position.offsetNode)) return 0;
  const before = document.createRange();
  before.setStart(currentTarget, 0);
  before.setEnd(position.offsetNode, position.offset);
  return before.toString().length;
}
