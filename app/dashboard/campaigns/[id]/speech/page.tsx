import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SpeechForm } from "@/components/campaigns/speech-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { Panel } from "@/components/ui/panel";
import { getSpeechSettings } from "@/lib/campaigns/get-speech-settings";
import { env } from "@/lib/env";
import { languageModelHost } from "@/lib/language-model/language-model-host";
import { offeredTranscribers, transcriberHosts } from "@/lib/transcription/transcriber-of";
import { requestedCampaign } from "../requested-campaign";
import { updateSpeechAction } from "./actions";

export default async function SpeechPage({ params }: { params: Promise<{ id: string }> }) {
  const { viewer, campaign } = await requestedCampaign((await params).id);
  if (viewer.role !== "admin") notFound();
  const [settings, t] = await Promise.all([
    getSpeechSettings({ actor: viewer, campaignId: campaign.id }),
    getTranslations("campaignSpeech"),
  ]);
  return (
    <ClientMessages namespaces={["campaignSpeech"]}>
      <div className="max-w-2xl">
        <p className="mb-4 text-muted">{t("explanation")}</p>
        <Panel className="p-4">
          <SpeechForm
            action={updateSpeechAction.bind(null, campaign.id)}
            settings={settings}
            installationTranscriber={env.TRANSCRIBER}
            transcribers={offeredTranscribers()}
            hosts={transcriberHosts()}
            modelHost={languageModelHost()}
          />
        </Panel>
      </div>
    </ClientMessages>
  );
}
