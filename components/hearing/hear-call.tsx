"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Transcript, TranscriptSpeaker } from "@/lib/transcripts/get-transcript";
import { findHits } from "./find-hits";
import { findSilences } from "./find-silences";
import type { HearingActions } from "./hearing-actions";
import { lineElementId } from "./line-element-id";
import { type LineMood, LineMoods } from "./line-mood";
import { onMomentWanted, tellMoment } from "./moments";
import { createPlayback } from "./playback";
import { PlayerDock } from "./player-dock";
import { keepPlace, keptPlace } from "./resume";
import { TranscriptView } from "./transcript-view";
import { usePeaks } from "./use-peaks";
import { useShortcuts } from "./use-shortcuts";

type HearCallProps = {
  recordingId: string;
  durationSeconds: number;
  transcript: Transcript | null;
  speakers: TranscriptSpeaker[];
  /** Second to begin at, from the address; null: where one stopped the last time. */
  startAt: number | null;
  /** Words that brought the reader here. */
  searched: string;
  /** Null for those who only read. */
  actions: HearingActions | null;
  /** What the model's licence wants to stand beside what it heard; null where it wants nothing. */
  attribution: string | null;
  /** The lines in which somebody is not neutral, where a language model has read the call. */
  sentiments?: LineMood[];
  /** Whether a sheet to audit by stands beside it, whose keys are told with the player's. */
  isAudited: boolean;
};

/** A call to hear and read at once: what is said follows what is played, and either leads to the other. */
export function HearCall(props: HearCallProps) {
  const {
    recordingId,
    durationSeconds,
    transcript,
    speakers,
    startAt,
    searched,
    actions,
    attribution,
    sentiments = NO_MOODS,
    isAudited,
  } = props;
  const t = useTranslations("hearing");
  const element = useRef<HTMLAudioElement>(null);
  const [playback] = useState(() => createPlayback({ durationSeconds, startAt: startAt ?? 0 }));
  const [resumedAt, setResumedAt] = useState<number | null>(null);
  const [search, setSearch] = useState(searched);
  const [hitIndex, setHitIndex] = useState(0);
  const { peaks, hasFailed: hasNoPeaks } = usePeaks(recordingId);
  const silences = useMemo(() => (peaks ? findSilences(peaks) : []), [peaks]);
  const segments = transcript?.segments ?? NONE;
  const hits = useMemo(() => findHits(segments, search), [segments, search]);

  useEffect(() => (element.current ? playback.attach(element.current) : undefined), [playback]);
  useEffect(() => playback.setSilences(silences), [playback, silences]);
  useEffect(() => {
    if (startAt !== null) return keepPlace(recordingId, playback);
    const kept = keptPlace(recordingId, durationSeconds);
    if (kept !== null) {
      playback.seek(kept);
      setResumedAt(kept);
    }
    return keepPlace(recordingId, playback);
  }, [playback, recordingId, durationSeconds, startAt]);
  useEffect(
    () =>
      onMomentWanted((seconds) => {
        playback.seek(seconds);
        const line = segments.findLast(({ startMs }) => startMs <= seconds * 1000 + 1);
        if (line) document.getElementById(lineElementId(line.position))?.scrollIntoView({ block: "center" });
      }),
    [playback, segments],
  );
  useEffect(() => tellMoment(playback.seconds), [playback]);
  const shortcuts = useShortcuts(playback);

  const goToHit = (index: number) => {
    const within = hits.length === 0 ? 0 : (index + hits.length) % hits.length;
    setHitIndex(within);
    const hit = hits[within];
    const segment = hit && segments[hit.segmentIndex];
    if (segment) playback.seek(segment.startMs / 1000);
    return hit;
  };

  return (
    <section aria-label={t("label")}>
      {/* Nothing is fetched before it is played: the audit log tells who listened. */}
      {/* biome-ignore lint/a11y/useMediaCaption: what is said stands beside it. */}
      <audio ref={element} src={`/api/recordings/${recordingId}`} preload="none" />
      {transcript && (
        <LineMoods sentiments={sentiments}>
          <TranscriptView
            transcript={transcript}
            speakers={speakers}
            playback={playback}
            search={search}
            onSearch={(text) => {
              setSearch(text);
              setHitIndex(0);
            }}
            hits={hits}
            hitIndex={hitIndex}
            onHit={goToHit}
            actions={actions}
            attribution={attribution}
          />
        </LineMoods>
      )}
      <PlayerDock
        playback={playback}
        peaks={peaks}
        hasNoPeaks={hasNoPeaks}
        silences={silences}
        segments={segments}
        hits={hits}
        resumedAt={resumedAt}
        onRestart={() => {
          playback.seek(0);
          setResumedAt(null);
        }}
        shortcuts={shortcuts}
        isAudited={isAudited}
      />
    </section>
  );
}

const NONE: Transcript["segments"] = [];
const NO_MOODS: LineMood[] = [];
