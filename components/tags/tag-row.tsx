"use client";

import { Button } from "@heroui/react/button";
import { Pencil } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import type { CampaignTag } from "@/lib/tags/list-campaign-tags";
import { DeleteTag } from "./delete-tag";
import { TagForm, type TagFormAction } from "./tag-form";

type TagRowProps = {
  tag: CampaignTag;
  /** The count stands for that many or more. */
  isMany: boolean;
  /** Null for those who may only look. */
  actions: { update: TagFormAction; remove: () => Promise<void> } | null;
};

/** One tag of the list, or the form that changes it. */
export function TagRow({ tag, isMany, actions }: TagRowProps) {
  const t = useTranslations("tags");
  const format = useFormatter();
  const [isEdited, setIsEdited] = useState(false);
  const stop = useCallback(() => setIsEdited(false), []);
  const { name, description, taskCount } = tag;
  if (isEdited && actions)
    return (
      <tr className="border-b border-separator last:border-b-0">
        <td colSpan={4} className="bg-surface-secondary">
          <TagForm action={actions.update} tag={tag} onSaved={stop} onCancel={stop} />
        </td>
      </tr>
    );
  return (
    <tr className="border-b border-separator align-middle last:border-b-0 hover:bg-surface-secondary [&>td]:h-9 [&>td]:px-4 [&>td]:py-0.5">
      <td className="wrap-anywhere">
        <span className="font-medium">{name}</span>
        {description !== "" && <span className="block text-xs text-muted md:hidden">{description}</span>}
      </td>
      <td className="wrap-anywhere text-muted max-md:hidden">{description === "" ? "—" : description}</td>
      <td className="text-end tabular-nums">
        {format.number(taskCount)}
        {isMany && "+"}
      </td>
      {actions && (
        <td>
          <div className="flex justify-end gap-0.5">
            <Button size="sm" isIconOnly variant="ghost" aria-label={t("editNamed", { name })} onPress={() => setIsEdited(true)}>
              <Pencil />
            </Button>
            <DeleteTag name={name} taskCount={taskCount} isMany={isMany} remove={actions.remove} />
          </div>
        </td>
      )}
    </tr>
  );
}
