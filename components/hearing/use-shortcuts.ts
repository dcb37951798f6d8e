import { useCallback, useEffect, useSyncExternalStore } from "react";
import { type Playback, SKIP_SECONDS } from "./playback";

const KEY = "auditoria.shortcuts";
const CHANGED = "auditoria:shortcuts";
const SMALL_STEP_SECONDS = 2;

/** What each key does, in the order of the sheet. */
export const SHORTCUTS = [
  { keys: ["Space", "K"], name: "toggle" },
  { keys: ["J", "←"], name: "back" },
  { keys: ["L", "→"], name: "forward" },
  { keys: [",", "."], name: "small" },
  { keys: ["<", ">"], name: "speed" },
  { keys: ["S"], name: "silence" },
  { keys: ["0–9"], name: "tenths" },
  { keys: ["/"], name: "search" },
  { keys: ["?"], name: "sheet" },
] as const;

export type Shortcuts = { areOn: boolean; setOn: (areOn: boolean) => void };

/** Plays by keys, anywhere on the page but in fields and dialogs, unless they are switched off in this browser. */
export function useShortcuts(playback: Playback): Shortcuts {
  const areOn = useAreShortcutsOn();
  useEffect(() => {
    if (!areOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTyping(event)) return;
      const act = ACTIONS[event.key.toLowerCase()] ?? (/^\d$/.test(event.key) ? tenth(Number(event.key)) : undefined);
      if (!act) return;
      event.preventDefault();
      act(playback);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [playback, areOn]);
  const setOn = useCallback((next: boolean) => {
    localStorage.setItem(KEY, next ? "on" : "off");
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  return { areOn, setOn };
}

/** Whether keys do anything in this browser. */
export function useAreShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, readSwitch, () => true);
}

type Action = (playback: Playback) => void;

/** What plays, stops and moves a recording, by the key in lower case. */
export const PLAYER_KEYS: Record<string, Action> = {
  " ": (playback) => playback.toggle(),
  k: (playback) => playback.toggle(),
  j: (playback) => playback.seek(playback.seconds() - SKIP_SECONDS),
  l: (playback) => playback.seek(playback.seconds() + SKIP_SECONDS),
  arrowleft: (playback) => playback.seek(playback.seconds() - SKIP_SECONDS),
  arrowright: (playback) => playback.seek(playback.seconds() + SKIP_SECONDS),
  "<": (playback) => playback.stepRate(-1),
  ">": (playback) => playback.stepRate(1),
};

const ACTIONS: Record<string, Action> = {
  ...PLAYER_KEYS,
  ",": (playback) => playback.seek(playback.seconds() - SMALL_STEP_SECONDS),
  ".": (playback) => playback.seek(playback.seconds() + SMALL_STEP_SECONDS),
  s: (playback) => playback.setSkippingSilence(!playback.state().isSkippingSilence),
  "/": () => document.getElementById("transcript-search")?.focus(),
  "?": () => document.getElementById("shortcuts-button")?.click(),
};

function tenth(digit: number): Action {
  return (playback) => playback.seek((playback.durationSeconds * digit) / 10);
}

/** True where a key is not ours: in a field or a dialog keys have their own meaning, and so have a button's press and a slider's arrows. */
export function isTyping({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog, [role=dialog], [role=listbox], [role=menu], [contenteditable]")) return true;
  if (target instanceof HTMLInputElement && target.type === "range") return false;
  if (target.closest("input, textarea, select")) return true;
  return key === " " && target.closest("button, a, summary, [role=button]") !== null;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener("storage", listener);
  };
}

function readSwitch(): boolean {
  return localStorage.getItem(KEY) !== "off";
}
