"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ByteSize } from "@/components/ui/byte-size";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { PackListItem } from "@/lib/speech/packs/list-packs";
import type { AddingPack } from "@/lib/speech-packs/adding-packs";
import { PackActions, type PackActionsOfPage } from "./pack-actions";
import { PackState } from "./pack-state";

export type PackRow = PackListItem & {
  adding: AddingPack | null;
  /** Of a licence that must be accepted. */
  licenceText: string | null;
};

const REFRESH_MS = 1_500;

/** Every pack of speech models: what it is for, on which terms, and whether it is here. */
export function PackTable({ packs, actions }: { packs: PackRow[]; actions: PackActionsOfPage }) {
  const t = useTranslations("speechPacks");
  const router = useRouter();
  const isAdding = packs.some(({ adding }) => adding?.failure === null);
  useEffect(() => {
    if (!isAdding) return;
    const timer = setInterval(() => router.refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [isAdding, router]);
  return (
    <ul className="divide-y divide-separator">
      {packs.map((pack) => (
        <li key={pack.name} className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-3">
          <div className="min-w-56 flex-1">
            <p className="font-medium">
              {pack.purpose === "recognition"
                ? t("purposes.recognition", {
                    languages: pack.languages.map((language) => t(`languages.${languageOf(language)}`)).join(", "),
                  })
                : t("purposes.voice_activity")}
            </p>
            <p className="text-xs text-muted">
              {pack.model} · <ByteSize bytes={pack.downloadBytes} /> · {t("source", { source: pack.source })}
            </p>
            <p className="text-xs text-muted">
              {pack.licence}
              {pack.attribution && ` · ${pack.attribution}`}
              {pack.licenceAcceptedAt && (
                <>
                  {" · "}
                  {t.rich("acceptedAt", { time: () => <TimeWithZone value={new Date(pack.licenceAcceptedAt ?? 0)} isBrief /> })}
                </>
              )}
            </p>
            {pack.adding?.failure && (
              <p role="alert" className="mt-1 text-danger-soft-foreground">
                {t("failed", { reason: pack.adding.failure })}
              </p>
            )}
          </div>
          <PackState pack={pack} />
          <PackActions pack={pack} actions={actions} />
        </li>
      ))}
    </ul>
  );
}

function languageOf(language: string): "es" | "en" | "pt" {
  return language === "es" || language === "pt" ? language : "en";
}
