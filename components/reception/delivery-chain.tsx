import Link from "next/link";
import { useTranslations } from "next-intl";
import { DeliveryReason } from "@/components/sources/delivery-reason";
import { VerdictChip } from "@/components/sources/verdict-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { DeliveryDetails, RelatedDelivery } from "@/lib/reception/read-delivery";

type DeliveryChainProps = Pick<DeliveryDetails, "original" | "replays"> & { replayOf: string | null };

/** What a delivery repeats, and what repeats it. */
export function DeliveryChain({ replayOf, original, replays }: DeliveryChainProps) {
  const t = useTranslations("reception.chain");
  return (
    <ul className="divide-y divide-separator px-4 text-[0.8125rem]">
      {replayOf !== null && (
        <li className="py-2.5">
          <p className="mb-1 text-muted">{t("replayOf")}</p>
          {original === null ? <code className="font-mono text-xs wrap-anywhere">{replayOf}</code> : <Related delivery={original} />}
        </li>
      )}
      {replays.length > 0 && (
        <li className="py-2.5">
          <p className="mb-1 text-muted">{t("replays", { count: replays.length })}</p>
          <ul className="flex flex-col gap-2">
            {replays.map((replay) => (
              <li key={replay.id}>
                <Related delivery={replay} />
              </li>
            ))}
          </ul>
        </li>
      )}
    </ul>
  );
}

function Related({ delivery: { id, receivedAt, verdict, reason } }: { delivery: RelatedDelivery }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <Link href={`/dashboard/reception/${id}`} className="text-accent hover:underline">
        <TimeWithZone value={receivedAt} />
      </Link>
      <VerdictChip verdict={verdict} />
      <span className="text-xs text-muted empty:hidden">
        <DeliveryReason reason={reason} />
      </span>
    </div>
  );
}
