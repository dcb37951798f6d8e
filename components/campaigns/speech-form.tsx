"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckField } from "@/components/ui/check-field";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { NativeSelect } from "@/components/ui/native-select";
import { SaveRow } from "@/components/ui/save-row";
import { useKeptForm } from "@/components/ui/use-kept-form";
import { SPEECH_LANGUAGES, TRANSCRIBERS, type Transcriber } from "@/db/enums";
import type { SpeechSettings } from "@/lib/campaigns/speech-settings";

export type SpeechFormState = null | { status: "saved" | "failed" };

type SpeechFormProps = {
  action: (state: SpeechFormState, form: FormData) => Promise<SpeechFormState>;
  settings: SpeechSettings;
  installationTranscriber: Transcriber;
  transcribers: Transcriber[];
  /** Where each transcriber sends recordings; those that send them nowhere are absent. */
  hosts: Partial<Record<Transcriber, string>>;
  /** Where the language model is; null where none is set up. */
  modelHost: string | null;
};

/** How a campaign's calls become text: by whom, in which language, and on which channel the agent is; and whether a language model reads it. */
export function SpeechForm({ action, settings, installationTranscriber, transcribers, hosts, modelHost }: SpeechFormProps) {
  const t = useTranslations("campaignSpeech");
  const { state, isPending, formProps } = useKeptForm(action, { status: "failed" });
  const [transcriber, setTranscriber] = useState(settings.transcriber ?? installationTranscriber);
  const host = hosts[transcriber];
  const transcriberHelp =
    host === undefined ? t(`transcriberHelp.${transcriber === "none" ? "none" : "local"}`) : t("transcriberHelp.remote", { host });
  // One that is no longer offered stays to be seen, and can be left.
  const offered =
    settings.transcriber !== null && !transcribers.includes(settings.transcriber) ? [...transcribers, settings.transcriber] : transcribers;
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {state?.status === "failed" && <FormProblem>{t("failed")}</FormProblem>}
      <FormField label={t("transcriber")} help={transcriberHelp}>
        {(wiring) => (
          <NativeSelect
            {...wiring}
            name="transcriber"
            defaultValue={settings.transcriber ?? ""}
            onChange={({ target }) => setTranscriber(TRANSCRIBERS.find((one) => one === target.value) ?? installationTranscriber)}
          >
            <option value="">{t("asInstallation", { transcriber: t(`transcribers.${installationTranscriber}`) })}</option>
            {offered.map((transcriber) => (
              <option key={transcriber} value={transcriber}>
                {t(`transcribers.${transcriber}`)}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
      <FormField label={t("language")} help={t("languageHelp")}>
        {(wiring) => (
          <NativeSelect {...wiring} name="language" defaultValue={settings.language ?? ""}>
            <option value="">{t("languages.auto")}</option>
            {SPEECH_LANGUAGES.map((language) => (
              <option key={language} value={language}>
                {t(`languages.${language}`)}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
      <FormField label={t("agentChannel")} help={t("agentChannelHelp")}>
        {(wiring) => (
          <NativeSelect {...wiring} name="agentChannel" defaultValue={settings.agentChannel ?? ""}>
            <option value="">{t("channels.unknown")}</option>
            <option value="0">{t("channels.left")}</option>
            <option value="1">{t("channels.right")}</option>
          </NativeSelect>
        )}
      </FormField>
      <CheckField
        name="usesLanguageModel"
        label={t("model.label")}
        help={modelHost === null ? t("model.notConfigured") : t("model.sentTo", { host: modelHost })}
        isChecked={settings.usesLanguageModel}
      />
      <SaveRow label={t("save")} isPending={isPending} savedLabel={state?.status === "saved" ? t("saved") : null} />
    </form>
  );
}
