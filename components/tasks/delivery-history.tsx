import { useTranslations } from "next-intl";
import { DeliveryReason } from "@/components/sources/delivery-reason";
import { FieldRemarkWords } from "@/components/sources/field-remark-words";
import { VerdictChip } from "@/components/sources/verdict-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { CallDelivery } from "@/lib/tasks/list-call-deliveries";
import { History, HistoryEntry } from "./history";

/** What the platform told of the call, in the order in which it arrived. */
export function DeliveryHistory({ deliveries, timeZone }: { deliveries: CallDelivery[]; timeZone: string | null }) {
  const t = useTranslations("task.delivery");
  if (deliveries.length === 0) return <p className="px-4 py-4 text-muted">{t("none")}</p>;
  return (
    <History>
      {deliveries.map((delivery) => (
        <HistoryEntry
          key={delivery.id}
          time={<TimeWithZone value={delivery.receivedAt} timeZone={timeZone} />}
          sign={<VerdictChip verdict={delivery.verdict} />}
          title={
            <>
              {delivery.eventKind && <span className="font-mono text-xs">{delivery.eventKind}</span>}{" "}
              <DeliveryReason reason={delivery.reason} />
            </>
          }
        >
          {delivery.replayOf !== null && <p>{t("replay")}</p>}
          {delivery.warnings.length > 0 && (
            <div className="text-warning-soft-foreground">
              <p>{t("warnings", { count: delivery.warnings.length })}</p>
              <ul className="list-inside list-disc">
                {delivery.warnings.map(({ path, code, message }) => (
                  <li key={`${path}${code}`}>
                    {path !== "" && <code className="font-mono">{path}</code>} <FieldRemarkWords code={code} />
                    <span className="block text-muted wrap-anywhere">{message}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </HistoryEntry>
      ))}
    </History>
  );
}
