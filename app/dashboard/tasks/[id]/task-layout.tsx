import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AsideTabs } from "@/components/audits/aside-tabs";

type TaskLayoutProps = {
  /** What a language model made of the call. */
  summary: ReactNode;
  /** To hear and read. */
  call: ReactNode;
  /** Recordings, and how they and the call came in. */
  more: ReactNode;
  facts: ReactNode;
  /** For those who audit. It is shown first where the call can be audited. */
  audit: { sheet: ReactNode; canBegin: boolean } | null;
};

/** The parts of a task's page: one below the other where there is little room, the call and what stands beside it where there is more. */
export function TaskLayout({ summary, call, more, facts, audit }: TaskLayoutProps) {
  const t = useTranslations("auditSheet.tabs");
  if (audit === null)
    return (
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem] xl:grid-rows-[auto_1fr]">
        {/* Before the transcript where there is one column, beside it where there are two. */}
        <div className="min-w-0 empty:hidden xl:col-start-2 xl:row-start-1">{summary}</div>
        <div className="flex min-w-0 flex-col gap-4 xl:col-start-1 xl:row-span-2 xl:row-start-1">
          {call}
          {more}
        </div>
        <div className="flex min-w-0 flex-col gap-4 xl:col-start-2">{facts}</div>
      </div>
    );
  const ofCall = {
    key: "call",
    title: t("call"),
    content: (
      <div className="flex min-w-0 flex-col gap-4">
        {summary}
        {facts}
      </div>
    ),
  };
  const ofAudit = { key: "audit", title: t("audit"), content: audit.sheet };
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem] xl:grid-rows-[auto_1fr]">
      <div className="flex min-w-0 flex-col gap-4">{call}</div>
      <div className="min-w-0 xl:col-start-2 xl:row-span-2 xl:row-start-1 xl:self-stretch">
        <AsideTabs label={t("label")} tabs={[ofAudit, ofCall]} first={audit.canBegin ? "audit" : "call"} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">{more}</div>
    </div>
  );
}
