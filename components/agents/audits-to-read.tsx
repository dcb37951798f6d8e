import { CheckCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDayWord } from "@/components/disputes/dispute-words";
import { Score } from "@/components/tasks/score";
import { ButtonLink } from "@/components/ui/button-link";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { AgentHome } from "@/lib/agents/get-agent-home";
import { readingHref } from "./reading-href";

type AuditsToReadProps = { toRead: AgentHome["toRead"]; isOwn: boolean };

/** What the agent has not acknowledged yet, and what to read next. */
export function AuditsToRead({ toRead: { items, count }, isOwn }: AuditsToReadProps) {
  const t = useTranslations("agentHome.toRead");
  const dayOf = useDayWord();
  const [next] = items;
  return (
    <Panel
      title={t("title", { count })}
      actions={
        isOwn &&
        next && (
          <ButtonLink href={readingHref(next)} size="sm">
            {t("next")}
          </ButtonLink>
        )
      }
    >
      {items.length === 0 ? (
        <p className="flex items-center gap-2 p-4 text-muted">
          <CheckCheck aria-hidden className="size-4 text-success" />
          {t(isOwn ? "none" : "noneOthers")}
        </p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item.auditId} className="border-b border-separator px-4 py-2.5 last:border-b-0">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
                <Link href={readingHref(item)} prefetch={false} className="rounded-sm text-accent hover:underline">
                  <TimeWithZone value={item.contactAt} timeZone={item.timeZone} isBrief />
                </Link>
                <Score score={item.score} passingScore={item.passingScore} />
              </p>
              <p className="text-xs text-muted" suppressHydrationWarning>
                {item.campaignName} ·{" "}
                {t(item.isDisputable ? "disputable" : "notDisputable", { day: dayOf(item.disputeUntil, item.timeZone) })}
              </p>
            </li>
          ))}
        </ul>
      )}
      {count > items.length && (
        <p className="border-t border-separator px-4 py-2 text-xs text-muted">{t("more", { count: count - items.length })}</p>
      )}
    </Panel>
  );
}
