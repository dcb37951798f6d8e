import Link from "next/link";
import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { TaskTag } from "@/lib/tags/list-task-tags";
import { TaskTags } from "./task-tags";

type TaskTagsPanelProps = {
  tags: TaskTag[];
  actions: Parameters<typeof TaskTags>[0]["actions"];
  /** Where the campaign's tags are kept; null for those who may not. */
  manageHref: string | null;
};

/** The tags of a task; nothing where its campaign has none and the viewer could not make one. */
export function TaskTagsPanel({ tags, actions, manageHref }: TaskTagsPanelProps) {
  const t = useTranslations("tags.ofTask");
  if (tags.length === 0 && manageHref === null) return null;
  return (
    <Panel
      title={t("title")}
      actions={
        manageHref !== null && (
          <Link href={manageHref} prefetch={false} className="rounded-sm text-xs text-accent hover:underline">
            {t("manage")}
          </Link>
        )
      }
    >
      {tags.length === 0 ? <p className="px-4 py-3 text-muted">{t("noneInCampaign")}</p> : <TaskTags tags={tags} actions={actions} />}
    </Panel>
  );
}
