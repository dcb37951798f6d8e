import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { NumberLink } from "@/components/reports/number-link";
import { ReportTable } from "@/components/reports/report-table";
import { Panel } from "@/components/ui/panel";
import type { Calibration } from "@/lib/reports/quality/get-calibration";
import { useQualityNumbers } from "./quality-words";

const MAX_CALLS = 50;

type CalibrationTablesProps = {
  calibration: Calibration;
  /** Where a number leads: to the calibrations that it is of. */
  hrefOf: (of: { auditor?: string; criterion?: string; task?: string }) => string;
};

/** Auditors beside each other: by auditor, by question, and the calls on which they were furthest apart. */
export function CalibrationTables({ calibration: { auditors, questions, calls }, hrefOf }: CalibrationTablesProps) {
  const t = useTranslations("calibration");
  const format = useFormatter();
  const { count, day, score, share } = useQualityNumbers();
  const signed = (points: number) =>
    format.number(points, { signDisplay: "exceptZero", minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const linked = (href: string, of: string, columns: Record<string, string>) =>
    Object.entries(columns).map(([column, text]) => (
      <NumberLink key={column} href={href} label={t("open", { of, column, text })}>
        {text}
      </NumberLink>
    ));
  return (
    <div className="flex flex-col gap-4">
      <Panel title={t("auditors.title")}>
        <ReportTable
          caption={t("auditors.caption")}
          columns={[
            { key: "auditor", header: t("auditors.auditor") },
            ...(["calls", "deviation", "absolute"] as const).map((key) => ({ key, header: t(`auditors.${key}`), isNumeric: true })),
          ]}
          rows={auditors.map(({ id, name, calls: own, deviation, absoluteDeviation }) => ({
            key: id,
            cells: [
              name,
              ...linked(hrefOf({ auditor: id }), name, {
                [t("auditors.calls")]: count(own),
                [t("auditors.deviation")]: signed(deviation),
                [t("auditors.absolute")]: score(absoluteDeviation),
              }),
            ],
          }))}
        />
        <Note>{t("auditors.note")}</Note>
      </Panel>
      <Panel title={t("questions.title")}>
        <ReportTable
          caption={t("questions.caption")}
          columns={[
            { key: "question", header: t("questions.question") },
            ...(["calls", "agreement", "alpha"] as const).map((key) => ({ key, header: t(`questions.${key}`), isNumeric: true })),
          ]}
          rows={questions.map(({ key, question, calls: compared, agreement, alpha }) => ({
            key,
            cells: [
              question,
              ...linked(hrefOf({ criterion: key }), question, {
                [t("questions.calls")]: count(compared),
                [t("questions.agreement")]: share(agreement),
                [t("questions.alpha")]: alpha === null ? "—" : format.number(alpha, { maximumFractionDigits: 2 }),
              }),
            ],
          }))}
        />
        <Note>{t("questions.note")}</Note>
      </Panel>
      <Panel title={t("calls.title")}>
        <ReportTable
          caption={t("calls.caption")}
          columns={[
            { key: "day", header: t("calls.day") },
            { key: "campaign", header: t("calls.campaign") },
            ...(["auditors", "average", "spread"] as const).map((key) => ({ key, header: t(`calls.${key}`), isNumeric: true })),
          ]}
          rows={calls.slice(0, MAX_CALLS).map(({ taskId, campaignName, contactOn, auditors: own, average, spread }) => ({
            key: taskId,
            cells: [
              <Link
                key="day"
                href={`/dashboard/tasks/${taskId}`}
                prefetch={false}
                aria-label={t("calls.open", { day: day(contactOn) })}
                className="text-accent hover:underline"
              >
                {day(contactOn)}
              </Link>,
              campaignName,
              ...linked(hrefOf({ task: taskId }), day(contactOn), {
                [t("calls.auditors")]: count(own),
                [t("calls.average")]: score(average),
                [t("calls.spread")]: score(spread),
              }),
            ],
          }))}
        />
      </Panel>
    </div>
  );
}

function Note({ children }: { children: string }) {
  return <p className="border-t border-separator px-4 py-2 text-xs text-muted">{children}</p>;
}
