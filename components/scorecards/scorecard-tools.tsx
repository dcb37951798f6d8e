"use client";

import { Button } from "@heroui/react/button";
import { CopyPlus, Download, EllipsisVertical, Trash2, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { MenuButton } from "@/components/ui/menu-button";
import type { ScorecardCampaign } from "@/lib/scorecards/list-scorecard-campaigns";
import type { ScorecardContent } from "@/lib/scorecards/scorecard-content";
import type { ScorecardSeen } from "@/lib/scorecards/scorecard-seen";
import { CopyDialog } from "./copy-dialog";
import { ImportDialog } from "./import-dialog";
import type { Autosaver } from "./make-autosaver";
import type { ScorecardActions } from "./scorecard-actions";

type ScorecardToolsProps = {
  campaignId: number;
  hasDraft: boolean;
  publishedNumber: number;
  targets: ScorecardCampaign[];
  exportPath: string;
  saver: Autosaver;
  actions: ScorecardActions;
  /** Puts another content on the screen. */
  show: (content: ScorecardContent, seen: ScorecardSeen, isDraft: boolean) => void;
};

/** What is done to the scorecard as a whole. */
export function ScorecardTools(props: ScorecardToolsProps) {
  const { campaignId, hasDraft, publishedNumber, targets, exportPath, saver, actions, show } = props;
  const t = useTranslations("scorecard.tools");
  const [problem, setProblem] = useState<"failed" | "conflict" | null>(null);
  const [isPending, startTransition] = useTransition();
  const discardDialog = useRef<HTMLDialogElement>(null);
  const importDialog = useRef<HTMLDialogElement>(null);
  const copyDialog = useRef<HTMLDialogElement>(null);
  const isExportable = hasDraft || publishedNumber > 0;

  const exportFile = async () => {
    await saver.flush();
    window.location.assign(`${exportPath}?version=${hasDraft ? "draft" : publishedNumber}`);
  };
  const discard = () =>
    startTransition(async () => {
      await saver.flush();
      const result = await actions.discardDraft(saver.seen()).catch(() => ({ status: "failed" as const }));
      discardDialog.current?.close();
      setProblem(result.status === "discarded" ? null : result.status);
      if (result.status === "discarded" && result.content !== null) show(result.content, result.seen, false);
    });

  return (
    <>
      <MenuButton label={t("title")} icon={<EllipsisVertical aria-hidden className="size-4" />}>
        {(close) => {
          const run = (act: () => void) => () => {
            close();
            act();
          };
          const items = [
            { label: t("export"), icon: Download, isShown: isExportable, act: () => void exportFile() },
            { label: t("import"), icon: Upload, isShown: true, act: () => importDialog.current?.showModal() },
            { label: t("copyTo"), icon: CopyPlus, isShown: targets.length > 0, act: () => copyDialog.current?.showModal() },
            { label: t("discard"), icon: Trash2, isShown: hasDraft, act: () => discardDialog.current?.showModal() },
          ];
          return items
            .filter(({ isShown }) => isShown)
            .map(({ label, icon: Icon, act }) => (
              <button
                key={label}
                type="button"
                onClick={run(act)}
                className="flex min-h-9 w-full items-center gap-2 rounded-md px-2 text-start hover:bg-surface-secondary"
              >
                <Icon aria-hidden className="size-4 text-muted" />
                {label}
              </button>
            ));
        }}
      </MenuButton>
      {problem !== null && (
        <div className="basis-full">
          <FormProblem>{t(`problems.${problem}`)}</FormProblem>
          {problem === "conflict" && (
            <Button size="sm" variant="outline" className="mt-2" onPress={() => window.location.reload()}>
              {t("reload")}
            </Button>
          )}
        </div>
      )}
      <ConfirmDialog
        ref={discardDialog}
        title={t("discardTitle")}
        description={t(publishedNumber > 0 ? "discardDescription" : "discardAllDescription", { number: publishedNumber })}
        cancelLabel={t("cancel")}
        confirmLabel={t("discardConfirm")}
        isPending={isPending}
        onConfirm={discard}
      />
      <ImportDialog
        ref={importDialog}
        hasDraft={hasDraft}
        importText={async (text) => {
          await saver.flush();
          const result = await actions.importScorecard(saver.seen(), text).catch(() => ({ status: "failed" as const }));
          if (result.status === "imported") show(result.content, result.seen, true);
          return result;
        }}
      />
      <CopyDialog
        ref={copyDialog}
        title={t("copyTo")}
        description={t(hasDraft && publishedNumber > 0 ? "copyToPublished" : "copyToDescription", { number: publishedNumber })}
        campaigns={targets}
        copy={async (target, isConfirmed) => {
          await saver.flush();
          return actions.duplicateScorecard(campaignId, target, isConfirmed);
        }}
      />
    </>
  );
}
