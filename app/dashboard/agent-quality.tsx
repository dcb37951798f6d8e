import { AgentHome } from "@/components/agents/agent-home";
import { getAgentHome, RECENT_DAYS, TREND_GRAINS, type TrendGrain } from "@/lib/agents/get-agent-home";
import { orNotFound } from "@/lib/auth/or-not-found";
import type { Viewer } from "@/lib/auth/viewer";
import { countedAuditsHref } from "./audits/search-params";

type AgentQualityProps = { viewer: Viewer; operatorId: string; grain: TrendGrain; hrefOf: (grain: TrendGrain) => string };

/** How the calls of an operator were audited, for the agent themselves or for those who look after them. */
export async function AgentQuality({ viewer, operatorId, grain, hrefOf }: AgentQualityProps) {
  return (
    <AgentHome
      home={await orNotFound(getAgentHome({ viewer, operatorId, grain }))}
      days={RECENT_DAYS}
      grain={grain}
      grainLinks={TREND_GRAINS.map((one) => ({ grain: one, href: hrefOf(one) }))}
      auditsHref={({ criterion, ...narrowed }) =>
        countedAuditsHref({ operator: operatorId, ...narrowed, ...(criterion && { criterion, answer: ["complies", "fails"] }) })
      }
      isOwn={viewer.role === "agent"}
    />
  );
}
