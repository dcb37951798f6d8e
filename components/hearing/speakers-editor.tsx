"use client";

import { Button } from "@heroui/react/button";
import { ArrowLeftRight, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { answerOr } from "@/components/ui/answer-or";
import { SPEAKER_ROLES, type SpeakerRole } from "@/db/enums";
import type { TranscriptSpeaker } from "@/lib/transcripts/get-transcript";
import type { HearingActions } from "./hearing-actions";

type SpeakersEditorProps = { speakers: TranscriptSpeaker[]; names: string[]; change: HearingActions["changeSpeakers"] };

/** Says who speaks: a name and a role for each voice. Of two, one press swaps them. */
export function SpeakersEditor({ speakers, names, change }: SpeakersEditorProps) {
  const t = useTranslations("hearing.speakers");
  const tRoles = useTranslations("hearing.transcript.roles");
  const dialog = useRef<HTMLDialogElement>(null);
  const [edited, setEdited] = useState(speakers);
  const [failed, setFailed] = useState<"swap" | "edit" | null>(null);
  const [isPending, startTransition] = useTransition();
  const save = (how: "swap" | "edit", next: TranscriptSpeaker[]) =>
    startTransition(async () => {
      const isDone = await answerOr(change(next), false);
      setFailed(isDone ? null : how);
      if (isDone) dialog.current?.close();
    });
  const edit = (index: number, part: Partial<TranscriptSpeaker>) =>
    setEdited(edited.map((speaker, at) => (at === index ? { ...speaker, ...part } : speaker)));
  if (speakers.length === 0) return null;
  return (
    <>
      {speakers.length === 2 && (
        <Button size="sm" variant="ghost" isPending={isPending} onPress={() => save("swap", [...speakers].reverse())}>
          <ArrowLeftRight aria-hidden className="size-4" />
          {t("swap")}
        </Button>
      )}
      <Button
        size="sm"
        variant="ghost"
        onPress={() => {
          setEdited(speakers);
          setFailed(null);
          dialog.current?.showModal();
        }}
      >
        <Users aria-hidden className="size-4" />
        {t("title")}
      </Button>
      {failed === "swap" && (
        <p role="alert" className="text-danger-soft-foreground">
          {t("notSaved")}
        </p>
      )}
      <dialog
        ref={dialog}
        aria-labelledby="speakers-title"
        className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-xl bg-overlay p-5 text-foreground shadow-overlay backdrop:bg-backdrop"
      >
        <h2 id="speakers-title" className="text-base font-semibold">
          {t("title")}
        </h2>
        <div className="mt-3 flex flex-col gap-3">
          {edited.map((speaker, index) => (
            // Voices have no other identity than their number.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above.
            <fieldset key={index} className="flex flex-wrap items-center gap-2">
              <legend className="mb-1 text-xs text-muted">{names[index]}</legend>
              <input
                aria-label={t("name", { speaker: names[index] ?? "" })}
                placeholder={t("namePlaceholder")}
                value={speaker.name ?? ""}
                maxLength={120}
                onChange={(event) => edit(index, { name: event.target.value })}
                className="h-9 min-w-0 flex-1 rounded-lg border border-field-line bg-field px-2"
              />
              <select
                aria-label={t("role", { speaker: names[index] ?? "" })}
                value={speaker.role}
                onChange={(event) => edit(index, { role: roleOf(event.target.value) })}
                className="h-9 rounded-lg border border-field-line bg-field px-2"
              >
                {SPEAKER_ROLES.map((role) => (
                  <option key={role} value={role}>
                    {tRoles(role)}
                  </option>
                ))}
              </select>
            </fieldset>
          ))}
        </div>
        {failed === "edit" && (
          <p role="alert" className="mt-2 text-danger-soft-foreground">
            {t("notSaved")}
          </p>
        )}
        <form method="dialog" className="mt-5 flex justify-end gap-2">
          <Button type="submit" variant="outline">
            {t("cancel")}
          </Button>
          <Button isPending={isPending} onPress={() => save("edit", edited)}>
            {t("save")}
          </Button>
        </form>
      </dialog>
    </>
  );
}

function roleOf(value: string): SpeakerRole {
  return SPEAKER_ROLES.find((role) => role === value) ?? "unknown";
}
