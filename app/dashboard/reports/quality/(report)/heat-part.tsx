import { getTranslations } from "next-intl/server";
import { HeatMap } from "@/components/quality/heat-map";
import { Panel } from "@/components/ui/panel";
import { getHeatMap } from "@/lib/reports/quality/get-heat-map";
import { auditsHref } from "../audit-links";
import { TableExport } from "../table-export";
import type { PartProps } from "./part";

/** Operators by questions; nothing where no operator is known. */
export async function HeatPart({ viewer, params, filters }: PartProps) {
  const [map, t] = await Promise.all([getHeatMap({ viewer, filters }), getTranslations("quality.heat")]);
  if (map.operators.length === 0) return null;
  return (
    <Panel title={t("title")} actions={<TableExport params={params} table="heat" />}>
      <HeatMap map={map} hrefOf={(operator, criterion, answer) => auditsHref(filters, { operator, criterion, answer: [answer] })} />
    </Panel>
  );
}
