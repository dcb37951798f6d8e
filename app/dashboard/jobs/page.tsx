import { ListTodo } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JobProgress } from "@/components/jobs/job-progress";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { requireViewer } from "@/lib/auth/require-viewer";
import { listJobs } from "@/lib/jobs/list-jobs";
import { cancelJobAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("jobs"))("title") };
}

export default async function JobsPage() {
  const viewer = await requireViewer();
  const [jobs, t] = await Promise.all([listJobs({ viewer }), getTranslations("jobs")]);
  return (
    <ClientMessages namespaces={["jobs"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <Panel>
        {jobs.length === 0 ? (
          <EmptyState icon={ListTodo} title={t("emptyTitle")} description={t("emptyDescription")} />
        ) : (
          <ul className="divide-y divide-separator">
            {jobs.map((job) => (
              <li key={job.id} className="px-4 py-3">
                <p className="mb-1 text-xs text-muted">
                  <TimeWithZone value={job.createdAt} isBrief />
                </p>
                <JobProgress jobId={job.id} job={job} cancel={cancelJobAction} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </ClientMessages>
  );
}
