"use client";

import { inputVariants } from "@heroui/styles";
import { Bookmark, Trash2, Users } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useTransition } from "react";
import { FormProblem } from "@/components/ui/form-problem";
import { MenuButton } from "@/components/ui/menu-button";
import type { SavedView } from "@/lib/saved-views/list-saved-views";
import type { SavedViewInputError } from "@/lib/saved-views/saved-view-input";

export type SaveViewState = null | { status: "saved" } | { status: "refused"; problem: SavedViewInputError | "failed" };

export type SavedViewActions = {
  save: (state: SaveViewState, form: FormData) => Promise<SaveViewState>;
  remove: (id: string) => Promise<void>;
};

type SavedViewsProps = { views: SavedView[]; canShare: boolean; actions: SavedViewActions };

/** One's kept filters and sorts of this list and those that others share, and a form that keeps the present one. */
export function SavedViews({ views, canShare, actions }: SavedViewsProps) {
  const t = useTranslations("savedViews");
  const pathname = usePathname();
  return (
    <MenuButton label={t("title")} icon={<Bookmark aria-hidden className="size-4" />}>
      {(close) => (
        <>
          {views.length === 0 ? (
            <p className="px-2 py-1.5 text-muted">{t("empty")}</p>
          ) : (
            <ul aria-label={t("title")} className="max-h-64 overflow-y-auto">
              {views.map((view) => (
                <li key={view.id} className="flex items-center gap-1 rounded-md hover:bg-surface-secondary">
                  <Link
                    href={`${pathname}?${view.query}`}
                    onClick={close}
                    className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-2"
                  >
                    <span className="truncate">{view.name}</span>
                    {view.isShared && (
                      <span title={view.isOwn ? t("shared") : t("sharedBy", { name: view.ownerName })} className="shrink-0 text-muted">
                        <Users aria-hidden className="size-3.5" />
                        <span className="sr-only">{view.isOwn ? t("shared") : t("sharedBy", { name: view.ownerName })}</span>
                      </span>
                    )}
                  </Link>
                  {view.isOwn && <RemoveView view={view} remove={actions.remove} />}
                </li>
              ))}
            </ul>
          )}
          <SaveView canShare={canShare} save={actions.save} />
        </>
      )}
    </MenuButton>
  );
}

function RemoveView({ view: { id, name }, remove }: { view: SavedView; remove: SavedViewActions["remove"] }) {
  const t = useTranslations("savedViews");
  const [isPending, startTransition] = useTransition();
  return (
    <button
      type="button"
      aria-label={t("remove", { name })}
      title={t("remove", { name })}
      disabled={isPending}
      onClick={() => startTransition(() => remove(id))}
      className="grid size-9 shrink-0 cursor-pointer place-items-center rounded-md text-muted hover:text-danger"
    >
      <Trash2 aria-hidden className="size-4" />
    </button>
  );
}

function SaveView({ canShare, save }: { canShare: boolean; save: SavedViewActions["save"] }) {
  const t = useTranslations("savedViews");
  const query = useSearchParams().toString();
  const [state, action, isPending] = useActionState(save, null);
  return (
    <form action={action} className="mt-2 flex flex-col gap-2 border-t border-separator px-2 pt-3 pb-1">
      <input type="hidden" name="query" value={query} />
      {state?.status === "refused" && <FormProblem>{t(`problems.${state.problem}`)}</FormProblem>}
      <input
        name="name"
        required
        maxLength={60}
        autoComplete="off"
        aria-label={t("name")}
        placeholder={t("name")}
        className={inputVariants({ fullWidth: true })}
      />
      {canShare && (
        <label className="flex cursor-pointer items-center gap-2">
          <input type="checkbox" name="isShared" className="size-4 accent-accent" />
          {t("share")}
        </label>
      )}
      <div className="flex items-center gap-3">
        <button type="submit" disabled={isPending} className="button button--sm button--primary">
          {t("save")}
        </button>
        <span role="status" className="text-success-soft-foreground">
          {state?.status === "saved" && !isPending && t("saved")}
        </span>
      </div>
    </form>
  );
}
