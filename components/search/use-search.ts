"use client";

import { useEffect, useState } from "react";
import type { SearchResults } from "@/lib/search/search-everything";

export type Search = (text: string) => Promise<SearchResults>;

const TYPING_MS = 150;
/** Fewer characters mean too much. */
const MIN_CHARACTERS = 2;

/** `results` answer the text as it is, or, while `isSearching`, what stood there before; null when there is nothing to ask yet. */
export type SearchState = { results: SearchResults | null; isSearching: boolean; hasFailed: boolean; retry: () => void };

/** Asks once the typing pauses. An answer that comes after the text has changed is dropped. */
export function useSearch(text: string, search: Search): SearchState {
  const wanted = text.trim();
  const isAsked = wanted.length >= MIN_CHARACTERS;
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ text: string; round: number; results: SearchResults | null } | null>(null);

  useEffect(() => {
    if (!isAsked) return;
    let isCurrent = true;
    const take = (results: SearchResults | null) => isCurrent && setAnswer({ text: wanted, round, results });
    const timer = setTimeout(
      () =>
        search(wanted).then(take, () => {
          take(null);
        }),
      TYPING_MS,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted, isAsked, round, search]);

  const isAnswered = answer !== null && answer.text === wanted && answer.round === round;
  return {
    results: isAsked ? (answer?.results ?? null) : null,
    isSearching: isAsked && !isAnswered,
    hasFailed: isAsked && isAnswered && answer.results === null,
    retry: () => setRound((past) => past + 1),
  };
}
