"use client";

import { Plus, Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { MomentButton } from "@/components/hearing/moment-button";
import { formatDuration } from "@/components/ui/duration";
import type { CallAnalysis } from "@/lib/analysis/get-analysis";
import type { TaskTag } from "@/lib/tags/list-task-tags";

type CallTopicsProps = {
  topics: CallAnalysis["topics"];
  tags: TaskTag[];
  /** Marks the call with one of the campaign's tags; null for those who may not. */
  addTag: ((tagId: string) => Promise<void>) | null;
};

/** What the call is about, each with the words that say so. A topic that is one of the campaign's tags can be put on the call. */
export function CallTopics({ topics, tags, addTag }: CallTopicsProps) {
  const t = useTranslations("analysis");
  const [isPending, startAdding] = useTransition();
  const tagOf = ({ tagId }: CallAnalysis["topics"][number]) => tags.find(({ id }) => id === tagId);
  return (
    <ul aria-busy={isPending} className="flex flex-col gap-1.5">
      {topics.map((topic) => {
        const tag = tagOf(topic);
        return (
          <li key={topic.label}>
            <div className="flex flex-wrap items-center gap-x-2">
              <span className="min-w-0 font-medium wrap-anywhere">{topic.label}</span>
              {tag?.isBorne && (
                <span className="inline-flex items-center gap-1 text-xs text-muted">
                  <Tag aria-hidden className="size-3" />
                  {t("tagged")}
                </span>
              )}
              {tag && !tag.isBorne && addTag && (
                <button
                  type="button"
                  aria-label={t("addTagNamed", { name: tag.name })}
                  disabled={isPending}
                  onClick={() => startAdding(() => addTag(tag.id))}
                  className="inline-flex min-h-6 items-center gap-1 rounded-md border border-border border-dashed px-1.5 text-xs hover:bg-default disabled:opacity-50"
                >
                  <Plus aria-hidden className="size-3 text-muted" />
                  {t("addTag")}
                </button>
              )}
            </div>
            <div className="flex items-start gap-1 text-xs text-muted">
              <MomentButton startMs={topic.quote.startMs} label={t("goTo", { time: formatDuration(topic.quote.startMs / 1000) })} />
              <q className="min-w-0 pt-1 wrap-anywhere">{topic.quote.text}</q>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
