import { createLoader, createSerializer, parseAsStringLiteral } from "nuqs/server";
import { TREND_GRAINS } from "@/lib/agents/get-agent-home";

const trendSearchParams = { trend: parseAsStringLiteral(TREND_GRAINS).withDefault("week") };

/** Whether scores are told by weeks or by months. */
export const loadTrendSearchParams = createLoader(trendSearchParams);
export const trendHref = createSerializer(trendSearchParams);
