import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PackTable } from "@/components/speech-packs/pack-table";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { env } from "@/lib/env";
import { licenceText } from "@/lib/speech/packs/licence-text";
import { listPacks } from "@/lib/speech/packs/list-packs";
import { findPack } from "@/lib/speech/packs/pack-list";
import { addingPacks } from "@/lib/speech-packs/adding-packs";
import { addPackAction, removePackAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("speechPacks"))("title") };
}

export default async function SpeechSettingsPage() {
  const [packs, t, tCampaign] = await Promise.all([listPacks(), getTranslations("speechPacks"), getTranslations("campaignSpeech")]);
  const adding = addingPacks();
  const rows = await Promise.all(
    packs.map(async (pack) => {
      const known = findPack(pack.name);
      return {
        ...pack,
        adding: adding.get(pack.name) ?? null,
        licenceText: known && pack.needsAcceptance ? await licenceText(known) : null,
      };
    }),
  );
  return (
    <ClientMessages namespaces={["speechPacks"]}>
      <PageHeader title={t("title")} description={t("description")} />
      {env.TRANSCRIBER !== "local" && (
        <p className="mb-4 text-muted">{t("notLocal", { transcriber: tCampaign(`transcribers.${env.TRANSCRIBER}`) })}</p>
      )}
      <Panel>
        <PackTable packs={rows} actions={{ add: addPackAction, remove: removePackAction }} />
      </Panel>
    </ClientMessages>
  );
}
