"use client";

import { ArrowDownToLine, ChevronDown, ChevronUp, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Transcript, TranscriptSpeaker } from "@/lib/transcripts/get-transcript";
import type { Hit } from "./find-hits";
import type { HearingActions } from "./hearing-actions";
import type { Playback } from "./playback";
import { speakerName } from "./speaker-name";
import { SpeakersEditor } from "./speakers-editor";
import { TranscriptLines } from "./transcript-lines";
import { usePlace, usePlaybackState } from "./use-playback";

type TranscriptViewProps = {
  transcript: Transcript;
  speakers: TranscriptSpeaker[];
  playback: Playback;
  search: string;
  onSearch: (text: string) => void;
  hits: Hit[];
  hitIndex: number;
  /** Goes to a hit, round and round, and gives it back; undefined where there is none. */
  onHit: (index: number) => Hit | undefined;
  actions: HearingActions | null;
  /** What the model's licence wants to stand beside what it heard; null where it wants nothing. */
  attribution: string | null;
};

/** What is said, line by line. It follows what is played until the reader scrolls, and goes on following when asked to. */
export function TranscriptView(props: TranscriptViewProps) {
  const { transcript, speakers, playback, search, onSearch, hits, hitIndex, onHit, actions, attribution } = props;
  const t = useTranslations("hearing.transcript");
  const { segments } = transcript;
  const names = useMemo(
    () => speakers.map((speaker, index) => speakerName({ t, speaker, index, isOnly: speakers.length === 1 })),
    [speakers, t],
  );
  const current = usePlace(playback, (seconds) => segments.findLastIndex(({ startMs }) => startMs <= seconds * 1000 + 1));
  const list = useRef<HTMLOListElement>(null);
  const { isFollowing, follow } = useFollowing({ playback, list, current });
  // The line rather than the hit, which is another one whenever the page is fetched anew.
  const hitLine = hits[hitIndex]?.segmentIndex;
  useEffect(() => showLine(list.current, hitLine), [hitLine]);
  const goToHit = (index: number) => showLine(list.current, onHit(index)?.segmentIndex);

  return (
    <>
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-2 border-b border-separator bg-surface px-3 py-2">
        <label className="relative min-w-40 flex-1">
          <span className="sr-only">{t("search")}</span>
          <Search aria-hidden className="absolute start-2.5 top-2.5 size-4 text-muted" />
          <input
            id="transcript-search"
            type="search"
            value={search}
            placeholder={t("search")}
            onChange={(event) => onSearch(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") goToHit(hitIndex + (event.shiftKey ? -1 : 1));
              if (event.key === "Escape") event.currentTarget.blur();
            }}
            className="h-9 w-full rounded-lg border border-field-line bg-field ps-8 pe-2"
          />
        </label>
        {search.trim() !== "" && (
          <span className="flex items-center gap-1">
            <span role="status" className="text-xs text-muted tabular-nums">
              {hits.length === 0 ? t("noHits") : t("hits", { current: hitIndex + 1, count: hits.length })}
            </span>
            <HitButton label={t("previousHit")} onPress={() => goToHit(hitIndex - 1)} isDisabled={hits.length === 0}>
              <ChevronUp aria-hidden className="size-4" />
            </HitButton>
            <HitButton label={t("nextHit")} onPress={() => goToHit(hitIndex + 1)} isDisabled={hits.length === 0}>
              <ChevronDown aria-hidden className="size-4" />
            </HitButton>
          </span>
        )}
        {actions && <SpeakersEditor speakers={speakers} names={names} change={actions.changeSpeakers} />}
      </div>
      {segments.length === 0 ? (
        <p className="p-4 text-muted">{t("nothingSaid")}</p>
      ) : (
        <TranscriptLines
          label={t("label")}
          list={list}
          segments={segments}
          names={names}
          current={current}
          hits={hits}
          chosenHit={hits[hitIndex] ?? null}
          playback={playback}
          correct={actions?.correct ?? null}
        />
      )}
      <p className="px-4 pb-2 text-xs text-muted">
        {t("heardBy", { model: transcript.model })}
        {attribution !== null && ` · ${attribution}`}
        {transcript.wordTimes === "estimated" && ` · ${t("estimatedTimes")}`}
      </p>
      {!isFollowing && (
        <button
          type="button"
          onClick={follow}
          className="button button--sm button--primary sticky bottom-40 left-1/2 z-10 -translate-x-1/2 shadow-overlay"
        >
          <ArrowDownToLine aria-hidden className="size-4" />
          {t("follow")}
        </button>
      )}
    </>
  );
}

type HitButtonProps = { label: string; onPress: () => void; isDisabled: boolean; children: React.ReactNode };

function HitButton({ label, onPress, isDisabled, children }: HitButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={onPress}
      className="grid size-8 place-items-center rounded-lg text-muted hover:bg-default hover:text-foreground disabled:opacity-50"
    >
      {children}
    </button>
  );
}

type FollowingInput = { playback: Playback; list: React.RefObject<HTMLOListElement | null>; current: number };

const SCROLL_KEYS = new Set(["PageUp", "PageDown", "Home", "End"]);

/** Whether scrolling at a place moves the page, and not only a part of it, such as the sheet beside the call. */
function scrollsThePage(place: EventTarget | null): boolean {
  for (let part = place instanceof Element ? place : null; part && part !== document.body; part = part.parentElement)
    if (part.scrollHeight > part.clientHeight && /auto|scroll/.test(getComputedStyle(part).overflowY)) return false;
  return true;
}

function showLine(list: HTMLOListElement | null, line: number | undefined): void {
  if (line !== undefined) list?.children[line]?.scrollIntoView({ block: "center" });
}

/** Farther lines are jumped to. */
const NEAR_LINES = 3;

/** Keeps the line that is said in view while the call is played, and yields to whoever scrolls. */
function useFollowing({ playback, list, current }: FollowingInput) {
  const { isPlaying } = usePlaybackState(playback);
  const [isFollowing, setIsFollowing] = useState(true);
  useEffect(() => {
    if (!isPlaying) return;
    const stop = new AbortController();
    const yieldToReader = ({ target }: Event) => {
      if (scrollsThePage(target)) setIsFollowing(false);
    };
    const listening = { passive: true, signal: stop.signal };
    window.addEventListener("wheel", yieldToReader, listening);
    window.addEventListener("touchmove", yieldToReader, listening);
    window.addEventListener("keydown", (event) => SCROLL_KEYS.has(event.key) && yieldToReader(event), listening);
    return () => stop.abort();
  }, [isPlaying]);
  const shown = useRef(current);
  useEffect(() => {
    const isNear = Math.abs(current - shown.current) <= NEAR_LINES;
    shown.current = current;
    const line = list.current?.children[current];
    if (!isFollowing || !isPlaying || !line) return;
    if (isNear) {
      // Newer browsers answer with a promise, which no effect may give back.
      line.scrollIntoView({ block: "center", behavior: "smooth" });
      return;
    }
    // Gliding past hundreds of lines takes more than a second, while the sound is already elsewhere; and the sound comes first.
    const jump = () => line.scrollIntoView({ block: "center", behavior: "instant" });
    let frame = 0;
    const stop = playback.onSought(() => {
      jump();
      // How high the lines before it are is a guess until they are drawn, so that a jump may land beside it.
      frame = requestAnimationFrame(jump);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [isFollowing, isPlaying, current, list, playback]);
  return {
    isFollowing,
    follow: () => {
      setIsFollowing(true);
      showLine(list.current, current);
    },
  };
}
