"use client";

import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { TagConflict, TagInput, TagInputError } from "@/lib/tags/tag-input";

/** `id` is of the tag that was saved. */
export type TagFormState =
  | null
  | { status: "saved"; id: string }
  | { status: "failed" }
  | { status: "invalid"; errors: { name?: TagInputError | TagConflict; description?: TagInputError } };

export type TagFormAction = (state: TagFormState, form: FormData) => Promise<TagFormState>;

type TagFormProps = {
  action: TagFormAction;
  /** Null for a new one: the form is empty again once it is made. */
  tag: TagInput | null;
  onSaved?: () => void;
  onCancel?: () => void;
};

/** Name of a tag, and when a call deserves it. What was typed stays when it is not taken. */
export function TagForm({ action, tag, onSaved, onCancel }: TagFormProps) {
  const t = useTranslations("tags");
  const { state, isPending, formProps } = useKeptForm(action, { status: "failed" });
  const errors = state?.status === "invalid" ? state.errors : {};
  const madeId = tag === null && state?.status === "saved" ? state.id : null;

  useEffect(() => {
    if (state?.status === "saved") onSaved?.();
  }, [state, onSaved]);

  return (
    <form key={madeId} {...formProps} className="flex flex-col gap-3 p-4">
      {state?.status === "failed" && <FormProblem>{t("failed")}</FormProblem>}
      <div className="flex flex-col gap-4 md:flex-row md:items-start">
        <FormField label={t("name")} error={errors.name && t(`errors.${errors.name}`)} className="min-w-0 md:w-64">
          {(wiring) => (
            <input
              {...wiring}
              name="name"
              defaultValue={tag?.name}
              autoComplete="off"
              maxLength={100}
              // biome-ignore lint/a11y/noAutofocus: it stands where somebody just pressed a button to write here, or goes on writing.
              autoFocus={tag !== null || madeId !== null}
              className={inputVariants({ fullWidth: true })}
            />
          )}
        </FormField>
        <FormField label={t("description")} error={errors.description && t(`errors.${errors.description}`)} className="min-w-0 flex-1">
          {(wiring) => (
            <input
              {...wiring}
              name="description"
              defaultValue={tag?.description}
              placeholder={t("descriptionPlaceholder")}
              autoComplete="off"
              maxLength={600}
              className={inputVariants({ fullWidth: true })}
            />
          )}
        </FormField>
        <div className="flex gap-2 md:mt-6">
          <Button type="submit" isPending={isPending}>
            {tag === null ? t("create") : t("save")}
          </Button>
          {onCancel && (
            <Button variant="ghost" onPress={onCancel}>
              {t("cancel")}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
