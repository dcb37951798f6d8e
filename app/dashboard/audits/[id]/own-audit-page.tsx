import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readingHref } from "@/components/agents/reading-href";
import { PageHeader } from "@/components/ui/page-header";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { getAuditReading } from "@/lib/agents/get-audit-reading";
import { orNotFound } from "@/lib/auth/or-not-found";
import type { Viewer } from "@/lib/auth/viewer";
import { OwnAudit } from "../../disputes/own-audit";

/** An agent's own audit of a contact that has no recording here; one of a call is read beside it. */
export async function OwnAuditPage({ viewer, auditId }: { viewer: Viewer; auditId: string }) {
  const [{ taskId, channel, reference, contactAt, timeZone, campaignName }, t, tChannels] = await Promise.all([
    orNotFound(getAuditReading({ viewer, auditId })),
    getTranslations("auditReading.page"),
    getTranslations("contactChannels"),
  ]);
  if (taskId !== null) redirect(readingHref({ auditId, taskId }));
  return (
    <>
      <PageHeader
        trail={[{ label: t("home"), href: "/dashboard" }]}
        title={[tChannels(channel), reference].filter(Boolean).join(" · ")}
        description={
          <>
            {campaignName} · <TimeWithZone value={contactAt} timeZone={timeZone} isBrief />. {t("description")}
          </>
        }
      />
      <div className="max-w-4xl">
        <OwnAudit viewer={viewer} auditId={auditId} hasPlayer={false} />
      </div>
    </>
  );
}
