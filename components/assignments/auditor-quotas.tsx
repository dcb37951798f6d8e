"use client";

import { inputVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { FormField } from "@/components/ui/form-field";
import type { AuditKind } from "@/db/enums";
import type { SampleAuditor } from "@/lib/assignments/find-auditors";
import { splitEvenly } from "./split-evenly";

type AuditorQuotasProps = { auditors: SampleAuditor[]; kind: AuditKind; campaignId: number; error: ReactNode; onChange: () => void };

const USUAL_CALLS = 20;
const USUAL_CALIBRATION = 5;

/** How many calls everybody gets: a number each, or one in all that is split evenly. For calibration one number, and who takes part. */
export function AuditorQuotas({ auditors, kind, campaignId, error, onChange }: AuditorQuotasProps) {
  const t = useTranslations("sampleForm");
  const tRoles = useTranslations("roles");
  const id = useId();
  const usual = auditors.filter(({ role }) => role === "auditor").map(({ userId }) => userId);
  const [quotas, setQuotas] = useState(() => splitEvenly(USUAL_CALLS, usual));
  // Among whom a total is split. While it is typed it passes through numbers that leave some of them, or all, without a call.
  const [among, setAmong] = useState(() => (usual.length > 0 ? usual : auditors.slice(0, 1).map(({ userId }) => userId)));
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  });
  // Numbers that one number sets are no input of the form's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: told whenever a quota or the kind is another.
  useEffect(() => changed.current(), [quotas, kind]);
  if (auditors.length === 0) return <p className="text-muted">{t("noAuditors", { id: campaignId })}</p>;
  const isCalibration = kind === "calibration";
  const total = Object.values(quotas).reduce((sum, count) => sum + (Number(count) || 0), 0);
  const give = (auditorId: string, count: string) => {
    const next = { ...quotas, [auditorId]: count };
    const chosen = auditors.map(({ userId }) => userId).filter((userId) => Number(next[userId]) > 0);
    setQuotas(next);
    if (chosen.length > 0) setAmong(chosen);
  };
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="flex flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">{t("who")}</legend>
      <FormField label={isCalibration ? t("countEach") : t("countAll")} help={isCalibration ? t("countEachHelp") : t("countAllHelp")}>
        {(wiring) => (
          <input
            {...wiring}
            key={kind}
            name={isCalibration ? "count" : undefined}
            type="number"
            min={1}
            inputMode="numeric"
            {...(isCalibration
              ? { defaultValue: USUAL_CALIBRATION }
              : {
                  value: total === 0 ? "" : total,
                  onChange: (event: { target: HTMLInputElement }) => setQuotas(splitEvenly(Number(event.target.value), among)),
                })}
            className={inputVariants({ className: "w-28" })}
          />
        )}
      </FormField>
      <ul className="divide-y divide-separator rounded-lg border border-border">
        {auditors.map(({ userId, name, role }) => (
          <li key={userId} className="px-3 py-1.5">
            <label htmlFor={`${id}-${userId}`} className="flex min-h-8 items-center justify-between gap-3">
              <span className="min-w-0 wrap-anywhere">
                {name} {role !== "auditor" && <span className="text-xs text-muted">{tRoles(role)}</span>}
              </span>
              {isCalibration ? (
                <input
                  id={`${id}-${userId}`}
                  type="checkbox"
                  name="auditor"
                  value={userId}
                  defaultChecked={usual.includes(userId)}
                  className="size-4.5 accent-accent"
                />
              ) : (
                <input
                  id={`${id}-${userId}`}
                  type="number"
                  name={`quota.${userId}`}
                  min={0}
                  inputMode="numeric"
                  placeholder="0"
                  value={quotas[userId] ?? ""}
                  onChange={(event) => give(userId, event.target.value)}
                  className={inputVariants({ className: "h-8 w-20 text-end tabular-nums" })}
                />
              )}
            </label>
          </li>
        ))}
      </ul>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-xs text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
