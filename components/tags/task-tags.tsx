"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import type { TaskTag } from "@/lib/tags/list-task-tags";

type TaskTagsProps = {
  tags: TaskTag[];
  /** Null for those who may only look. */
  actions: { add: (tagId: string) => Promise<void>; remove: (tagId: string) => Promise<void> } | null;
};

const TAG_CLASS = "inline-flex min-h-7 max-w-full items-center gap-1 rounded-md border border-border bg-surface-secondary px-2 text-start";
const PRESSABLE_CLASS = "cursor-pointer hover:bg-default disabled:cursor-default disabled:opacity-60";

/** The tags that a task bears. Pressing one takes it off; what can be added opens below. */
export function TaskTags({ tags, actions }: TaskTagsProps) {
  const t = useTranslations("tags.ofTask");
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isPending, startChange] = useTransition();
  const borne = tags.filter(({ isBorne }) => isBorne);
  const others = tags.filter(({ isBorne }) => !isBorne);
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <ul className="flex flex-wrap items-center gap-1.5">
        {borne.map(({ id: tagId, name, description }) => (
          <li key={tagId} className="max-w-full">
            {actions ? (
              <button
                type="button"
                disabled={isPending}
                aria-label={t("removeNamed", { name })}
                title={description || undefined}
                onClick={() => startChange(() => actions.remove(tagId))}
                className={`${TAG_CLASS} ${PRESSABLE_CLASS}`}
              >
                <span className="truncate">{name}</span>
                <X aria-hidden className="size-3.5 shrink-0 text-muted" />
              </button>
            ) : (
              <span className={TAG_CLASS} title={description || undefined}>
                <span className="truncate">{name}</span>
              </span>
            )}
          </li>
        ))}
        {borne.length === 0 && <li className="text-muted">{t("none")}</li>}
        {actions && others.length > 0 && (
          <li>
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={`${id}-choices`}
              onClick={() => setIsOpen(!isOpen)}
              className={`inline-flex min-h-7 items-center gap-1 rounded-md px-2 text-accent ${PRESSABLE_CLASS}`}
            >
              <Plus aria-hidden className={`size-3.5 ${isOpen ? "rotate-45" : ""}`} />
              {t("add")}
            </button>
          </li>
        )}
      </ul>
      {actions && others.length > 0 && (
        <ul
          id={`${id}-choices`}
          aria-label={t("choices")}
          hidden={!isOpen}
          className="flex flex-wrap gap-1.5 border-t border-separator pt-2"
        >
          {others.map(({ id: tagId, name, description }) => (
            <li key={tagId} className="max-w-full">
              <button
                type="button"
                disabled={isPending}
                aria-label={t("addNamed", { name })}
                title={description || undefined}
                onClick={() => startChange(() => actions.add(tagId))}
                className={`${TAG_CLASS} border-dashed ${PRESSABLE_CLASS}`}
              >
                <Plus aria-hidden className="size-3.5 shrink-0 text-muted" />
                <span className="truncate">{name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
