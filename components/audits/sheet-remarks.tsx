"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { FormProblem } from "@/components/ui/form-problem";
import { REMARK_MAX_LENGTH } from "@/lib/audits/answer-limits";
import type { RemarksState } from "./remarks-store";
import type { Remarks } from "./sheet-actions";
import { TypedText } from "./typed-text";
import type { useRemarks } from "./use-remarks";

type SheetRemarksProps = { remarks: ReturnType<typeof useRemarks>; isEditable: boolean; isOpen: boolean };

const TYPING_MS = 1_000;

/** What is said of the whole: for the team, and to the agent. */
export function SheetRemarks({ remarks, isEditable, isOpen }: SheetRemarksProps) {
  const t = useTranslations("auditSheet.remarks");
  const id = useId();
  const { shown, state, store } = remarks;
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(typing.current), []);
  if (!isEditable && shown.comment === "" && shown.praise === "") return null;
  // The button that was pressed is gone: without the focus the next key would be one for the page.
  const focusField = () => document.getElementById(`${id}-comment`)?.focus();
  const field = (name: keyof Remarks) =>
    isEditable ? (
      <div className="flex flex-col gap-1 text-sm">
        <label htmlFor={`${id}-${name}`} className="font-medium">
          {t(name)}
        </label>
        <TypedText
          id={`${id}-${name}`}
          value={shown[name]}
          maxLength={REMARK_MAX_LENGTH}
          placeholder={t(`${name}Help`)}
          onType={(text) => {
            store.type({ [name]: text });
            clearTimeout(typing.current);
            if (isOpen) typing.current = setTimeout(() => void store.save(), TYPING_MS);
          }}
          onBlur={() => void store.save()}
        />
      </div>
    ) : (
      shown[name] !== "" && (
        <div className="text-sm">
          <p className="font-medium">{t(name)}</p>
          <p className="whitespace-pre-wrap wrap-anywhere">{shown[name]}</p>
        </div>
      )
    );
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      {field("praise")}
      {field("comment")}
      <RemarksProblem
        state={state}
        onKeepTheirs={(current) => {
          store.keepTheirs(current);
          focusField();
        }}
        onInsist={(current) => {
          store.insist(current);
          focusField();
        }}
      />
    </div>
  );
}

type RemarksProblemProps = { state: RemarksState; onKeepTheirs: (current: Remarks) => void; onInsist: (current: Remarks) => void };

function RemarksProblem({ state, onKeepTheirs, onInsist }: RemarksProblemProps) {
  const t = useTranslations("auditSheet");
  if (state.status === "refused") return <FormProblem>{t(`problems.${state.problem}`)}</FormProblem>;
  if (state.status !== "changed") return null;
  const { current } = state;
  return (
    <FormProblem>
      {t("remarks.changed", { praise: current.praise || t("remarks.none"), comment: current.comment || t("remarks.none") })}
      <span className="mt-1.5 flex flex-wrap gap-2">
        <Button size="sm" variant="outline" onPress={() => onKeepTheirs(current)}>
          {t("keepTheirs")}
        </Button>
        <Button size="sm" variant="outline" onPress={() => onInsist(current)}>
          {t("insist")}
        </Button>
      </span>
    </FormProblem>
  );
}
