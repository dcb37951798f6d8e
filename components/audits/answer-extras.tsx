"use client";

import { Clock, StickyNote, Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { goToMoment, momentNow } from "@/components/hearing/moments";
import { formatDuration } from "@/components/ui/duration";
import { NOTE_MAX_LENGTH, REASON_MAX_LENGTH } from "@/lib/audits/answer-limits";
import type { CriterionChange, CriterionView } from "./criterion-view";
import { TypedText } from "./typed-text";
import type { Pace } from "./use-sheet";

type AnswerExtrasProps = {
  view: CriterionView;
  isEditable: boolean;
  /** True where there is a player to take the moment from. */
  hasPlayer: boolean;
  /** True while the audit is open: what is typed is sent as one pauses, not only as one leaves the field. */
  isOpen: boolean;
  onChange: (change: CriterionChange, pace?: Pace) => void;
  onLeave: () => void;
};

/** What stands beside an answer: why it is another, the moment of the call, and a note. */
export function AnswerExtras({ view, isEditable, hasPlayer, isOpen, onChange, onLeave }: AnswerExtrasProps) {
  const t = useTranslations("auditSheet");
  const { given, isReasonWanted } = view;
  const [isNoteOpen, setIsNoteOpen] = useState(given.note !== "");
  const isReasonShown = isReasonWanted || given.reason !== "";
  const sendTyped = () => {
    const state = view.pending?.state;
    if (state === "waiting" || state === "held" || state === "unsent") onChange({});
  };
  const leaveByKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" && !(event.key === "Enter" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
  return (
    <div className="flex flex-col gap-1.5">
      {isReasonShown && (
        <ReasonField
          reason={given.reason}
          isMissing={isReasonWanted && given.reason.trim() === ""}
          isEditable={isEditable}
          onType={(reason) => onChange({ reason }, "kept")}
          onDone={sendTyped}
          onLeave={onLeave}
        />
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        <Moment momentMs={given.momentMs} isEditable={isEditable} hasPlayer={hasPlayer} onChange={onChange} />
        {isEditable && !isNoteOpen && given.note === "" && (
          <button type="button" data-open-note onClick={() => setIsNoteOpen(true)} className={SMALL_BUTTON}>
            <StickyNote aria-hidden className="size-3.5" />
            {t("addNote")}
          </button>
        )}
        {isEditable && isOpen && given.answeredBy !== null && (
          <button type="button" onClick={() => onChange({ answer: null })} className={SMALL_BUTTON}>
            <Undo2 aria-hidden className="size-3.5" />
            {t("takeBack")}
          </button>
        )}
      </div>
      {isEditable && (isNoteOpen || given.note !== "") && (
        <TypedText
          data-note
          aria-label={t("note")}
          placeholder={t("note")}
          value={given.note}
          maxLength={NOTE_MAX_LENGTH}
          rows={1}
          autoFocus={given.note === ""}
          onType={(note) => onChange({ note }, isOpen ? "typing" : "kept")}
          onBlur={({ target }) => {
            sendTyped();
            if (target.value === "") setIsNoteOpen(false);
          }}
          onKeyDown={leaveByKey}
        />
      )}
      {!isEditable && given.note !== "" && <p className="text-sm whitespace-pre-wrap wrap-anywhere">{given.note}</p>}
    </div>
  );
}

const SMALL_BUTTON = "inline-flex h-7 items-center gap-1 rounded-md px-1.5 text-xs text-muted hover:bg-default hover:text-foreground";

type ReasonFieldProps = {
  reason: string;
  isMissing: boolean;
  isEditable: boolean;
  onType: (reason: string) => void;
  onDone: () => void;
  onLeave: () => void;
};

function ReasonField({ reason, isMissing, isEditable, onType, onDone, onLeave }: ReasonFieldProps) {
  const t = useTranslations("auditSheet");
  const id = useId();
  if (!isEditable)
    return (
      <p className="text-sm">
        <span className="text-muted">{t("reason")}:</span> <span className="wrap-anywhere">{reason}</span>
      </p>
    );
  return (
    <div className="flex flex-col gap-1 text-sm">
      <label htmlFor={id} className={isMissing ? "font-medium text-warning-soft-foreground" : "text-muted"}>
        {t(isMissing ? "reasonMissing" : "reason")}
      </label>
      <TypedText
        id={id}
        data-reason
        value={reason}
        maxLength={REASON_MAX_LENGTH}
        rows={1}
        aria-invalid={isMissing}
        onType={onType}
        onBlur={onDone}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
      />
    </div>
  );
}

type MomentProps = { momentMs: number | null; isEditable: boolean; hasPlayer: boolean; onChange: (change: CriterionChange) => void };

function Moment({ momentMs, isEditable, hasPlayer, onChange }: MomentProps) {
  const t = useTranslations("auditSheet");
  // There is a player only once the page has woken up.
  const [canTake, setCanTake] = useState(false);
  useEffect(() => setCanTake(hasPlayer && momentNow() !== null), [hasPlayer]);
  if (momentMs === null)
    return isEditable && canTake ? (
      <button type="button" onClick={() => onChange({ momentMs: takeMoment() })} className={SMALL_BUTTON}>
        <Clock aria-hidden className="size-3.5" />
        {t("addMoment")}
      </button>
    ) : null;
  const time = formatDuration(momentMs / 1000);
  return (
    <span className="inline-flex h-7 items-center rounded-md bg-default text-xs">
      <button
        type="button"
        title={t("hear", { time })}
        onClick={() => goToMoment(momentMs / 1000)}
        className="inline-flex h-7 items-center gap-1 rounded-md px-1.5 tabular-nums hover:text-accent"
      >
        <Clock aria-hidden className="size-3.5" />
        {t("moment", { time })}
      </button>
      {isEditable && (
        <button
          type="button"
          aria-label={t("removeMoment")}
          title={t("removeMoment")}
          onClick={() => onChange({ momentMs: null })}
          className="grid size-7 place-items-center rounded-md hover:text-danger"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}

/** Where the player stands, in whole milliseconds; null without one. */
export function takeMoment(): number | null {
  const seconds = momentNow();
  return seconds === null ? null : Math.round(seconds * 1000);
}
