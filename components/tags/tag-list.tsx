import { Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { CampaignTag } from "@/lib/tags/list-campaign-tags";
import type { TagFormAction } from "./tag-form";
import { TagRow } from "./tag-row";

/** What may be done to each tag. */
export type TagActions = {
  update: (id: string, ...rest: Parameters<TagFormAction>) => ReturnType<TagFormAction>;
  remove: (id: string) => Promise<void>;
};

type TagListProps = {
  tags: CampaignTag[];
  /** A count of so many stands for that many or more. */
  maxCount: number;
  /** Null for those who may only look. */
  actions: TagActions | null;
};

/** The tags of a campaign. On a phone the description stands below the name. */
export function TagList({ tags, maxCount, actions }: TagListProps) {
  const t = useTranslations("tags");
  if (tags.length === 0)
    return <EmptyState icon={Tag} title={t("empty.title")} description={actions ? t("empty.description") : t("empty.descriptionOthers")} />;
  return (
    <table className="w-full text-start">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr className="border-b border-separator text-xs text-muted [&>th]:px-4 [&>th]:py-2 [&>th]:text-start [&>th]:font-medium [&>th]:whitespace-nowrap">
          <th scope="col" className="md:w-64">
            {t("columns.name")}
          </th>
          <th scope="col" className="max-md:hidden">
            {t("columns.description")}
          </th>
          <th scope="col" className="w-24 text-end!">
            {t("columns.tasks")}
          </th>
          {actions && (
            <th scope="col" className="w-px">
              <span className="sr-only">{t("columns.actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {tags.map((tag) => (
          <TagRow
            key={tag.id}
            tag={tag}
            isMany={tag.taskCount >= maxCount}
            actions={actions && { update: actions.update.bind(null, tag.id), remove: actions.remove.bind(null, tag.id) }}
          />
        ))}
      </tbody>
    </table>
  );
}
