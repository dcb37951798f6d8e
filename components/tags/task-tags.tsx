"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState, useTransition } from "react";
import type { TaskTag } from "@/lib/tags/list-task-tags";

type TaskTagsProps = {
  tags: TaskTag[];
  /** Null for those who may only look. */
  actions: { add: (tagId: string) => Promise<void>; remove: (tagId: string) => Promise<void> } | null;
};

const TAG_CLASS = "inline-flex min-h-7 max-w-full items-center gap-1 rounded-md border border-border bg-surface-secondary px-2 text-start";
const PRESSABLE_CLASS = "cursor-pointer hover:bg-default";

/** The tags that a task bears, each with a button that takes it off; those that can be added open below. */
export function TaskTags({ tags, actions }: TaskTagsProps) {
  const t = useTranslations("tags.ofTask");
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isPending, startChange] = useTransition();
  const toggle = useRef<HTMLButtonElement>(null);
  const change = (work: () => Promise<void>) => {
    if (isPending) return;
    startChange(work);
    // The button that was pressed goes away with its tag.
    toggle.current?.focus();
  };
  const borne = tags.filter(({ isBorne }) => isBorne);
  const others = tags.filter(({ isBorne }) => !isBorne);
  return (
    <div aria-busy={isPending} className="flex flex-col gap-2 px-4 py-3">
      <ul className="flex flex-wrap items-center gap-1.5">
        {borne.map(({ id: tagId, name, description }) => (
          <li key={tagId} className="max-w-full">
            <span className={TAG_CLASS} title={description || undefined}>
              <span className="truncate">{name}</span>
              {actions && (
                <button
                  type="button"
                  aria-label={t("removeNamed", { name })}
                  onClick={() => change(() => actions.remove(tagId))}
                  className={`-me-1.5 grid size-6 shrink-0 place-items-center rounded-md text-muted hover:text-foreground ${PRESSABLE_CLASS}`}
                >
                  <X aria-hidden className="size-3.5" />
                </button>
              )}
            </span>
          </li>
        ))}
        {borne.length === 0 && <li className="text-muted">{t("none")}</li>}
        {actions && others.length > 0 && (
          <li>
            <button
              ref={toggle}
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
                aria-label={t("addNamed", { name })}
                title={description || undefined}
                onClick={() => change(() => actions.add(tagId))}
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
