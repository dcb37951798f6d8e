import { PhoneIncoming, PhoneOutgoing } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Direction } from "@/db/enums";

/** Which way a call went: a sign, with its word beside it or for those who do not see it. */
export function DirectionSign({ direction, isWordShown = false }: { direction: Direction; isWordShown?: boolean }) {
  const t = useTranslations("directions");
  const Icon = direction === "inbound" ? PhoneIncoming : PhoneOutgoing;
  return (
    <span className="inline-flex items-center gap-1.5 align-middle" title={t(direction)}>
      <Icon aria-hidden className="size-4 text-muted" />
      <span className={isWordShown ? "" : "sr-only"}>{t(direction)}</span>
    </span>
  );
}
