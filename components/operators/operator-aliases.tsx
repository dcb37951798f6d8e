"use client";

import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState, useRef } from "react";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { OperatorAlias } from "@/lib/operators/get-operator";
import { type OperatorAction, UNANSWERED } from "./operator-form-state";
import { OperatorProblemText } from "./operator-problem-text";

type OperatorAliasesProps = {
  operatorId: string;
  aliases: OperatorAlias[];
  /** Null for those who may only read. */
  actions: { add: OperatorAction; remove: OperatorAction } | null;
};

/** The other names of an operator, to be added to and taken from. */
export function OperatorAliases({ operatorId, aliases, actions }: OperatorAliasesProps) {
  const t = useTranslations("operators.aliases");
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-xs text-muted">{t("help")}</p>
      {aliases.length === 0 && <p className="text-muted">{t("none")}</p>}
      {actions ? <RemovableAliases aliases={aliases} remove={actions.remove} /> : <AliasList aliases={aliases} />}
      {actions && <AddAlias operatorId={operatorId} add={actions.add} />}
    </div>
  );
}

function AliasList({ aliases }: { aliases: OperatorAlias[] }) {
  return (
    <ul className="flex flex-wrap gap-1.5 empty:hidden">
      {aliases.map(({ matchKey, name }) => (
        <li key={matchKey} className="max-w-full truncate rounded-md bg-default px-2 py-1">
          {name}
        </li>
      ))}
    </ul>
  );
}

function RemovableAliases({ aliases, remove }: { aliases: OperatorAlias[]; remove: OperatorAction }) {
  const t = useTranslations("operators.aliases");
  const [state, formAction, isPending] = useActionState(remove, null);
  return (
    <>
      {state?.status === "refused" && (
        <FormProblem>
          <OperatorProblemText problem={state.problem} />
        </FormProblem>
      )}
      <form action={formAction}>
        <ul className="flex flex-wrap gap-1.5">
          {aliases.map(({ matchKey, name, isOfMerged }) => (
            <li
              key={matchKey}
              className="flex max-w-full items-center gap-1 rounded-md bg-default py-0.5 ps-2 pe-1 text-default-foreground"
            >
              <span className="truncate">{name}</span>
              {isOfMerged ? (
                <span className="shrink-0 pe-1 text-xs">· {t("ofMerged")}</span>
              ) : (
                <button
                  type="submit"
                  name="alias"
                  value={matchKey}
                  disabled={isPending}
                  aria-label={t("remove", { name })}
                  className="grid size-6 shrink-0 cursor-pointer place-items-center rounded-sm hover:bg-surface"
                >
                  <X aria-hidden className="size-3.5" />
                </button>
              )}
            </li>
          ))}
        </ul>
      </form>
    </>
  );
}

function AddAlias({ operatorId, add }: { operatorId: string; add: OperatorAction }) {
  const t = useTranslations("operators.aliases");
  const form = useRef<HTMLFormElement>(null);
  const { state, isPending, formProps } = useKeptForm(async (...input: Parameters<OperatorAction>) => {
    const result = await add(...input);
    if (result?.status === "saved") form.current?.reset();
    return result;
  }, UNANSWERED);
  const problem = state?.status === "refused" ? state.problem : null;

  const mergeHref = (otherId: string) => `/dashboard/operators/merge?source=${otherId}&target=${operatorId}`;

  return (
    <form ref={form} {...formProps} className="flex items-start gap-2">
      <FormField
        label={<span className="sr-only">{t("label")}</span>}
        error={problem && <OperatorProblemText problem={problem} mergeHref={mergeHref} />}
        className="min-w-0 flex-1"
      >
        {(wiring) => (
          <input
            {...wiring}
            name="name"
            autoComplete="off"
            maxLength={200}
            placeholder={t("label")}
            className={inputVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <Button type="submit" variant="outline" isPending={isPending}>
        {t("add")}
      </Button>
    </form>
  );
}
