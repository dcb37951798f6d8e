"use client";

import { Button } from "@heroui/react/button";
import { PencilLine, Repeat2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { FormField } from "@/components/ui/form-field";
import { NativeSelect } from "@/components/ui/native-select";
import { ReplayResult, type ReplayState } from "./replay-result";

type ReplayPanelProps = {
  /** Takes the delivery in once more; `campaign` of the form, if any, is where to. */
  replay: (state: ReplayState, form: FormData) => Promise<ReplayState>;
  fixHref: string;
  /** What would happen now. */
  summary: ReactNode;
  /** False for a body that did not arrive whole. */
  canReplay: boolean;
  /** Campaigns that it can be pointed to. */
  campaigns: { id: number; name: string }[];
};

/** What an admin can do with a delivery: have it taken in once more, corrected, or for another campaign. */
export function ReplayPanel({ replay, fixHref, summary, canReplay, campaigns }: ReplayPanelProps) {
  const t = useTranslations("reception.replay");
  const [again, replayAgain, isReplaying] = useActionState(replay, null);
  const [pointed, replayThere, isPointing] = useActionState(replay, null);
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      {canReplay ? (
        <div>
          <p className="mb-1 text-xs text-muted">{t("now")}</p>
          {summary}
        </div>
      ) : (
        <p className="text-muted">{t("problems.cut_off")}</p>
      )}
      <form action={replayAgain} className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" isDisabled={!canReplay || isPointing} isPending={isReplaying}>
          <Repeat2 aria-hidden />
          {t("action")}
        </Button>
        <ButtonLink href={fixHref} variant="outline" size="sm" prefetch={false}>
          <PencilLine aria-hidden />
          {t("fix")}
        </ButtonLink>
      </form>
      <ReplayResult state={again} />
      {canReplay && campaigns.length > 0 && (
        <form action={replayThere} className="flex flex-col gap-2 border-t border-separator pt-3">
          <FormField label={t("point")} help={t("pointHelp")}>
            {(wiring) => (
              <NativeSelect {...wiring} name="campaign" required defaultValue="">
                <option value="" disabled>
                  {t("choose")}
                </option>
                {campaigns.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name} #{id}
                  </option>
                ))}
              </NativeSelect>
            )}
          </FormField>
          <Button type="submit" size="sm" variant="outline" isDisabled={isReplaying} isPending={isPointing} className="self-start">
            {t("pointAction")}
          </Button>
          <ReplayResult state={pointed} />
        </form>
      )}
    </div>
  );
}
