import { memo, type RefObject, useMemo } from "react";
import type { TranscriptSegment } from "@/lib/transcripts/get-transcript";
import type { Hit } from "./find-hits";
import type { HearingActions } from "./hearing-actions";
import type { Playback } from "./playback";
import { TranscriptLine } from "./transcript-line";

type LinesProps = {
  /** Names what is listed. */
  label: string;
  list: RefObject<HTMLOListElement | null>;
  segments: TranscriptSegment[];
  /** By the number of the speaker. */
  names: string[];
  /** Which line is said; -1 before the first. */
  current: number;
  hits: Hit[];
  chosenHit: Hit | null;
  playback: Playback;
  correct: HearingActions["correct"] | null;
};

/** So many lines are looked at together when another one is said. */
const GROUP_SIZE = 50;
const NO_HITS: Hit[] = [];

/** All lines, those of the same fifty a component: of thousands only the fifties are looked at that a change is in. */
export function TranscriptLines({ label, list, segments, names, current, hits, chosenHit, playback, correct }: LinesProps) {
  const groups = useMemo(
    () => Array.from({ length: Math.ceil(segments.length / GROUP_SIZE) }, (_, index) => index * GROUP_SIZE),
    [segments],
  );
  const hitsByGroup = useMemo(() => Map.groupBy(hits, ({ segmentIndex }) => segmentIndex - (segmentIndex % GROUP_SIZE)), [hits]);
  const isIn = (first: number, index: number | undefined) => index !== undefined && index >= first && index < first + GROUP_SIZE;
  return (
    <ol ref={list} aria-label={label} className="flex flex-col py-2">
      {groups.map((first) => (
        <LineGroup
          key={first}
          segments={segments}
          first={first}
          names={names}
          current={isIn(first, current) ? current : null}
          hits={hitsByGroup.get(first) ?? NO_HITS}
          chosenHit={isIn(first, chosenHit?.segmentIndex) ? chosenHit : null}
          playback={playback}
          correct={correct}
        />
      ))}
    </ol>
  );
}

type GroupProps = Omit<LinesProps, "label" | "list" | "current"> & { first: number; current: number | null };

const LineGroup = memo(function LineGroup({ segments, first, names, current, hits, chosenHit, playback, correct }: GroupProps) {
  const hitsByLine = Map.groupBy(hits, ({ segmentIndex }) => segmentIndex);
  return segments.slice(first, first + GROUP_SIZE).map((segment, offset) => {
    const index = first + offset;
    return (
      <TranscriptLine
        key={segment.id}
        segment={segment}
        speakerName={names[segment.speaker] ?? ""}
        isSameSpeaker={segments[index - 1]?.speaker === segment.speaker}
        isCurrent={index === current}
        hits={hitsByLine.get(index) ?? NO_HITS}
        chosenHit={chosenHit?.segmentIndex === index ? chosenHit : null}
        playback={playback}
        correct={correct}
      />
    );
  });
});
