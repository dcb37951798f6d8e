"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Facts } from "@/components/ui/facts";
import { CONTACT_CHANNELS } from "@/db/enums";
import type { ManualContact } from "./manual-audit-state";

type ConfirmContactProps = {
  contact: ManualContact & { campaignName: string; operatorName: string; timeZone: string };
  isPending: boolean;
  onBack: () => void;
  onConfirm: () => void;
};

/** A contact once more, before it is audited: whose it was can't be changed afterwards. */
export function ConfirmContact({ contact, isPending, onBack, onConfirm }: ConfirmContactProps) {
  const t = useTranslations("manualAudit");
  const tChannels = useTranslations("contactChannels");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const channel = CONTACT_CHANNELS.find((one) => one === contact.channel);
  return (
    <div className="flex flex-col gap-2 py-4">
      <h2 ref={heading} tabIndex={-1} className="px-4 text-base font-semibold outline-none">
        {t("confirmTitle")}
      </h2>
      <p className="px-4 text-muted">{t("confirmHelp")}</p>
      <Facts
        facts={[
          { label: t("operator"), value: contact.operatorName },
          { label: t("campaign"), value: contact.campaignName },
          { label: t("channel"), value: channel && tChannels(channel) },
          { label: t("when"), value: `${contact.contactAt.replace("T", " ")} (${contact.timeZone})` },
          { label: t("reference"), value: contact.reference },
        ]}
      />
      <div className="flex flex-wrap gap-2 px-4 pt-2">
        <Button isPending={isPending} onPress={onConfirm}>
          {t("confirm")}
        </Button>
        <Button variant="outline" isDisabled={isPending} onPress={onBack}>
          {t("back")}
        </Button>
      </div>
    </div>
  );
}
