"use client";

import { CircleHelp, CornerDownRight, OctagonAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { AnswerButtons } from "./answer-buttons";
import { AnswerConflict } from "./answer-conflict";
import { AnswerExtras } from "./answer-extras";
import type { CriterionChange, CriterionView } from "./criterion-view";
import { cardElementId, focusCard, focusReason } from "./focus-card";
import { MachineAnswer, MachineDoubt } from "./machine-answer";
import { useKeptFocus } from "./use-kept-focus";
import type { Pace } from "./use-sheet";

type CriterionCardProps = {
  view: CriterionView;
  /** Its number in the whole sheet, from 1. */
  number: number;
  /** Whether one gets here by Tab: one card of a sheet. */
  isCurrent: boolean;
  isMissing: boolean;
  isEditable: boolean;
  isOpen: boolean;
  hasPlayer: boolean;
  onChange: (change: CriterionChange, pace?: Pace) => void;
  onDiscard: () => void;
  /** One's own answer counts, upon another's that came between. */
  onInsist: () => void;
  onFocus: () => void;
};

/** One question of a sheet with all that is said to it. The card itself takes the focus, and the keys. */
export function CriterionCard(props: CriterionCardProps) {
  const { view, number, isCurrent, isMissing, isEditable, isOpen, hasPlayer, onChange, onDiscard, onInsist, onFocus } = props;
  const t = useTranslations("auditSheet");
  const format = useFormatter();
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const keep = useKeptFocus(card);
  const { criterion, given, givenByName, pending } = view;
  const { machine } = criterion;
  const canAccept = isEditable && machine !== null && given.answeredBy === null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no focus.
    <div
      role="group"
      id={cardElementId(criterion.id)}
      data-criterion={criterion.id}
      tabIndex={isCurrent ? 0 : -1}
      aria-labelledby={`${id}-question`}
      ref={card}
      onFocus={(event) => {
        keep.onFocus(event);
        onFocus();
      }}
      onBlur={keep.onBlur}
      className={`flex scroll-mt-40 scroll-mb-24 flex-col gap-2 border-s-2 px-4 py-3 -outline-offset-2 ${isMissing ? "border-warning" : "border-transparent focus-within:border-accent focus-within:bg-surface-secondary/50"}`}
    >
      <div className="flex items-start gap-2">
        <span aria-hidden className="w-5 shrink-0 text-xs leading-5 text-muted tabular-nums">
          {number}
        </span>
        <p id={`${id}-question`} className="min-w-0 flex-1 text-sm font-medium wrap-anywhere">
          {criterion.question}
        </p>
        <span className="text-xs leading-5 text-muted tabular-nums" title={t("weight")}>
          <span className="sr-only">{t("weight")} </span>
          {format.number(criterion.weight, { maximumFractionDigits: 2 })} %
        </span>
      </div>
      {(criterion.critical !== "none" || criterion.condition !== null || criterion.help !== "") && (
        <div className="flex flex-col gap-1 ps-7 text-xs">
          {criterion.critical !== "none" && (
            <p className="flex items-start gap-1 font-medium text-danger-soft-foreground">
              <OctagonAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
              {t(`critical.${criterion.critical}`)}
            </p>
          )}
          {criterion.condition !== null && (
            <p className="flex items-start gap-1 text-muted">
              <CornerDownRight aria-hidden className="mt-0.5 size-3.5 shrink-0" />
              {t("condition", { condition: criterion.condition })}
            </p>
          )}
          {criterion.help !== "" && <Help help={criterion.help} />}
        </div>
      )}
      <div className="flex flex-col gap-2 ps-7">
        {machine && (
          <MachineAnswer
            machine={machine}
            view={view}
            onAccept={canAccept ? () => onChange({ answer: machine.answer, points: machine.points }) : null}
          />
        )}
        {!machine && criterion.findings.length > 0 && <MachineDoubt findings={criterion.findings} />}
        <AnswerButtons
          view={view}
          labelId={`${id}-question`}
          isDisabled={!isEditable}
          onChange={(change) => {
            onChange(change);
            focusReason(criterion.id);
          }}
        />
        {isMissing && <p className="text-xs font-medium text-warning-soft-foreground">{t("missing")}</p>}
        {givenByName !== null && <p className="text-xs text-muted">{t("answeredBy", { name: givenByName })}</p>}
        {pending && (
          <AnswerConflict
            pending={pending}
            onKeepTheirs={onDiscard}
            onInsist={() => {
              onInsist();
              focusReason(criterion.id);
            }}
          />
        )}
        <AnswerExtras
          view={view}
          isEditable={isEditable}
          hasPlayer={hasPlayer}
          isOpen={isOpen}
          onChange={onChange}
          onLeave={() => focusCard(criterion.id)}
        />
      </div>
    </div>
  );
}

function Help({ help }: { help: string }) {
  const t = useTranslations("auditSheet");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        data-help
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="inline-flex h-6 items-center gap-1 self-start rounded-md text-muted hover:text-foreground"
      >
        <CircleHelp aria-hidden className="size-3.5" />
        {t("help")}
      </button>
      {isOpen && <p className="whitespace-pre-wrap text-muted wrap-anywhere">{help}</p>}
    </>
  );
}
