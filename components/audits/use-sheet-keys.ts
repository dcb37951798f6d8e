import { type KeyboardEvent, type RefObject, useEffect } from "react";
import { isTyping, useAreShortcutsOn } from "@/components/hearing/use-shortcuts";
import { MAX_POINT_BUTTONS } from "./answer-buttons";
import { takeMoment } from "./answer-extras";
import type { CriterionChange, CriterionView } from "./criterion-view";
import { cardElementId, focusCard, focusReason } from "./focus-card";
import type { Pace } from "./use-sheet";

type SheetKeysInput = {
  element: RefObject<HTMLElement | null>;
  views: CriterionView[];
  /** The criterion that has the focus, or had it last. */
  currentId: string | null;
  isEditable: boolean;
  /** Whether answers can be taken back. */
  isOpen: boolean;
  change: (criterionId: string, change: CriterionChange, pace?: Pace) => void;
  onComplete: () => void;
};

/**
 * Answers by keys while the focus is on a criterion; one key leads into the sheet from anywhere on the page. A key that it takes does not reach the
 * player, all others do.
 */
export function useSheetKeys({ element, views, currentId, isEditable, isOpen, change, onComplete }: SheetKeysInput) {
  const areOn = useAreShortcutsOn();
  const entry = views.find(({ criterion }) => criterion.id === currentId) ?? firstUnanswered(views) ?? views[0];
  const entryId = entry?.criterion.id ?? null;
  useEffect(() => {
    if (!areOn || entryId === null) return;
    const enter = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "a" || event.defaultPrevented || hasModifier(event) || isTyping(event)) return;
      event.preventDefault();
      focusCard(entryId);
    };
    document.addEventListener("keydown", enter);
    return () => document.removeEventListener("keydown", enter);
  }, [areOn, entryId]);

  return (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    // A dialog of the sheet asks about something else than its answers.
    if (!(target instanceof HTMLElement) || target.closest("dialog")) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (isEditable && !event.repeat) onComplete();
      return;
    }
    if (!areOn || event.defaultPrevented || hasModifier(event) || target.closest("input, textarea, select")) return;
    const card = target.closest<HTMLElement>("[data-criterion]");
    const index = views.findIndex(({ criterion }) => criterion.id === card?.dataset.criterion);
    const view = views[index];
    if (!card || !view) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    // On a button Enter presses it.
    if (key === "Enter" && target !== card) return;
    const taken = move(key, index) || (isEditable && (say(key, view) || write(key, view, card))) || show(key, card);
    if (taken) event.preventDefault();
  };

  function move(key: string, index: number): boolean {
    const step = key === "j" || key === "ArrowDown" ? 1 : key === "k" || key === "ArrowUp" ? -1 : 0;
    const next = key === "u" ? (firstUnanswered(views.slice(index + 1)) ?? firstUnanswered(views)) : views[index + step];
    if (step === 0 && key !== "u") return false;
    if (next) focusCard(next.criterion.id);
    return true;
  }

  function say(key: string, { criterion, given }: CriterionView): boolean {
    const { id, maxPoints, condition, machine } = criterion;
    const give = (part: CriterionChange) => {
      change(id, part);
      focusReason(id);
      return true;
    };
    if (key === "Enter") return machine !== null && given.answeredBy === null && give({ answer: machine.answer, points: machine.points });
    if (condition !== null && (key === "x" || (key === "0" && maxPoints === null))) return give({ answer: "not_applicable", points: null });
    if (/^\d$/.test(key) && maxPoints !== null) {
      if (maxPoints <= MAX_POINT_BUTTONS && Number(key) <= maxPoints) return give({ answer: "complies", points: Number(key) });
      // More than one digit is typed where it can be seen.
      const field = document.getElementById(cardElementId(id))?.querySelector<HTMLInputElement>("input[type=number]");
      if (field) field.value = key;
      field?.focus();
      return true;
    }
    if (key === "Backspace") return isOpen && given.answeredBy !== null && give({ answer: null });
    if (maxPoints === null && (key === "1" || key === "y")) return give({ answer: "complies" });
    if (maxPoints === null && (key === "2" || key === "n")) return give({ answer: "fails" });
    // No digit of a sheet moves the player by mistake.
    return /^\d$/.test(key);
  }

  function write(key: string, { criterion }: CriterionView, card: HTMLElement): boolean {
    if (key === "m") {
      const momentMs = takeMoment();
      if (momentMs !== null) change(criterion.id, { momentMs });
      return true;
    }
    if (key !== "t") return false;
    card.querySelector<HTMLElement>("[data-open-note]")?.click();
    card.querySelector<HTMLElement>("[data-note]")?.focus();
    return true;
  }

  function show(key: string, card: HTMLElement): boolean {
    if (key === "h") card.querySelector<HTMLElement>("[data-help]")?.click();
    else if (key === "Escape") element.current?.ownerDocument.getElementById("content")?.focus();
    else return false;
    return true;
  }
}

function firstUnanswered(views: CriterionView[]): CriterionView | undefined {
  return views.find(({ given }) => given.answer === null);
}

function hasModifier(event: Pick<KeyboardEvent, "altKey" | "ctrlKey" | "metaKey">): boolean {
  return event.altKey || event.ctrlKey || event.metaKey;
}
