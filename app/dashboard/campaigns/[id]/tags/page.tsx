import { getTranslations } from "next-intl/server";
import { TagForm } from "@/components/tags/tag-form";
import { TagList } from "@/components/tags/tag-list";
import { ClientMessages } from "@/components/ui/client-messages";
import { Panel } from "@/components/ui/panel";
import { MAX_TAGGED_COUNT } from "@/lib/tags/count-tagged-tasks";
import { listCampaignTags } from "@/lib/tags/list-campaign-tags";
import { mayEditTags } from "@/lib/tags/tag-access";
import { requestedCampaign } from "../requested-campaign";
import { createTagAction, deleteTagAction, updateTagAction } from "./actions";

export default async function TagsPage({ params }: { params: Promise<{ id: string }> }) {
  const { viewer, campaign } = await requestedCampaign((await params).id);
  const [tags, t] = await Promise.all([listCampaignTags({ viewer, campaignId: campaign.id }), getTranslations("tags")]);
  const mayEdit = mayEditTags(viewer, campaign.id);
  return (
    <ClientMessages namespaces={["tags"]}>
      <p className="mb-4 max-w-prose text-muted">{t("explanation")}</p>
      <div className="flex flex-col gap-4">
        {mayEdit && (
          <Panel title={t("createTitle")}>
            <TagForm action={createTagAction.bind(null, campaign.id)} tag={null} />
          </Panel>
        )}
        <Panel>
          <TagList
            tags={tags}
            maxCount={MAX_TAGGED_COUNT}
            actions={mayEdit ? { update: updateTagAction, remove: deleteTagAction } : null}
          />
        </Panel>
      </div>
    </ClientMessages>
  );
}
