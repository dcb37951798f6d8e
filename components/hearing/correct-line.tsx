"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { answerOr } from "@/components/ui/answer-or";
import type { TranscriptSegment } from "@/lib/transcripts/get-transcript";
import type { HearingActions } from "./hearing-actions";

type CorrectLineProps = { segment: TranscriptSegment; correct: HearingActions["correct"]; onClose: () => void };

/** Writes what was really said. Escape leaves it as it was; what was heard first is kept. */
export function CorrectLine({ segment, correct, onClose }: CorrectLineProps) {
  const t = useTranslations("hearing.transcript");
  const [text, setText] = useState(segment.text);
  const [hasFailed, setHasFailed] = useState(false);
  const [isPending, startTransition] = useTransition();
  const save = () =>
    startTransition(async () => {
      if (await answerOr(correct(segment.id, text), false)) onClose();
      else setHasFailed(true);
    });
  return (
    <div className="flex flex-col gap-2 py-1">
      <textarea
        aria-label={t("correct")}
        value={text}
        rows={Math.min(8, Math.ceil(text.length / 80) + 1)}
        maxLength={10_000}
        // biome-ignore lint/a11y/noAutofocus: it was opened to be typed in.
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
        }}
        className="w-full rounded-lg border border-field-line bg-field p-2"
      />
      {hasFailed && (
        <p role="alert" className="text-danger-soft-foreground">
          {t("notSaved")}
        </p>
      )}
      <div className="flex gap-2">
        <Button size="sm" isPending={isPending} isDisabled={text.trim() === ""} onPress={save}>
          {t("save")}
        </Button>
        <Button size="sm" variant="ghost" onPress={onClose}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
