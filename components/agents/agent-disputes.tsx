import Link from "next/link";
import { useTranslations } from "next-intl";
import { DisputeDue } from "@/components/disputes/dispute-due";
import { DisputeStatusChip } from "@/components/disputes/dispute-status-chip";
import { InertText } from "@/components/ui/inert-text";
import { Panel } from "@/components/ui/panel";
import type { DisputeListItem } from "@/lib/disputes/list-disputes";
import { readingHref } from "./reading-href";

type AgentDisputesProps = { open: DisputeListItem[]; decided: DisputeListItem[]; hrefOf?: (dispute: DisputeListItem) => string };

/** What the agent disputes and what was decided lately. */
export function AgentDisputes({ open, decided, hrefOf = readingHref }: AgentDisputesProps) {
  const t = useTranslations("agentHome.disputes");
  const all = [...open, ...decided];
  return (
    <Panel title={t("title")}>
      {all.length === 0 && <p className="p-4 text-muted">{t("none")}</p>}
      <ul>
        {all.map((dispute) => (
          <li key={dispute.id} className="border-b border-separator px-4 py-2.5 last:border-b-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <Link href={hrefOf(dispute)} prefetch={false} className="min-w-0 rounded-sm text-accent wrap-anywhere hover:underline">
                {dispute.question}
              </Link>
              <DisputeStatusChip status={dispute.status} />
            </p>
            <p className="text-xs text-muted">
              {dispute.status === "open" ? (
                <DisputeDue dueAt={dispute.dueAt} isOverdue={dispute.isOverdue} timeZone={dispute.campaign.timeZone} />
              ) : (
                <InertText text={dispute.decision} />
              )}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
