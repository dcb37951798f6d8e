import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readingHref } from "@/components/agents/reading-href";
import { DisputeDue } from "@/components/disputes/dispute-due";
import { DisputeSides } from "@/components/disputes/dispute-sides";
import { DisputeStatusChip } from "@/components/disputes/dispute-status-chip";
import { DisputeVerdict } from "@/components/disputes/dispute-verdict";
import { SaidAround } from "@/components/disputes/said-around";
import { LiveTasks } from "@/components/tasks/live-tasks";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { type DisputeDetails, getDispute } from "@/lib/disputes/get-dispute";
import { decideDisputeAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disputes"))("page.title") };
}

export default async function DisputePage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const { id } = await params;
  const [dispute, t] = await Promise.all([orNotFound(getDispute({ viewer, id })), getTranslations("disputes")]);
  const { audit, criterion } = dispute;
  return (
    <ClientMessages namespaces={["disputes"]}>
      <PageHeader
        trail={[{ label: t("title"), href: "/dashboard/disputes" }]}
        title={criterion.question}
        description={<Place dispute={dispute} />}
        actions={
          <>
            <LiveTasks />
            <ButtonLink href={readingHref({ auditId: audit.id, taskId: audit.taskId })} variant="outline" prefetch={false}>
              {t(audit.taskId === null ? "page.openAudit" : "page.openCall")}
            </ButtonLink>
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <DisputeSides dispute={dispute} />
          {audit.taskId !== null && <SaidAround {...dispute} taskId={audit.taskId} />}
        </div>
        <DisputeVerdict dispute={dispute} decide={decideDisputeAction.bind(null, id)} />
      </div>
    </ClientMessages>
  );
}

async function Place({ dispute }: { dispute: DisputeDetails }) {
  const t = await getTranslations("disputes");
  const { status, dueAt, isOverdue, operatorName, campaign, audit, criterion } = dispute;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <DisputeStatusChip status={status} />
        {status === "open" && <DisputeDue dueAt={dueAt} isOverdue={isOverdue} timeZone={campaign.timeZone} />}
        {status === "open" && <span aria-hidden>·</span>}
        <span>{[operatorName, campaign.name, criterion.section].filter(Boolean).join(" · ")}</span>
      </p>
      <p className="text-xs">
        {t("page.contact")} <TimeWithZone value={audit.contactAt} timeZone={campaign.timeZone} isBrief />
        {audit.reference !== "" && ` · ${audit.reference}`}
      </p>
      {criterion.help !== "" && <p className="text-xs">{criterion.help}</p>}
      {criterion.condition !== null && <p className="text-xs">{t("page.condition", { condition: criterion.condition })}</p>}
      {criterion.critical !== "none" && <p className="text-xs">{t(`page.critical.${criterion.critical}`)}</p>}
    </div>
  );
}
