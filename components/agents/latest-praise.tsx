import { Sparkles } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { InertText } from "@/components/ui/inert-text";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { Praise } from "@/lib/agents/get-agent-home";
import { readingHref } from "./reading-href";

/** What auditors said that the agent did well; nothing where nobody has. */
export function LatestPraise({ praise }: { praise: Praise[] }) {
  const t = useTranslations("agentHome");
  if (praise.length === 0) return null;
  return (
    <Panel title={t("praise")}>
      <ul>
        {praise.map((one) => (
          <li key={one.auditId} className="flex gap-2.5 border-b border-separator px-4 py-3 last:border-b-0">
            <Sparkles aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
            <div className="min-w-0">
              <p>
                <InertText text={one.praise} />
              </p>
              <Link href={readingHref(one)} prefetch={false} className="rounded-sm text-xs text-accent hover:underline">
                <TimeWithZone value={one.contactAt} isBrief />
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
