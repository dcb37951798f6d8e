"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { OperatorPicker } from "@/components/operators/operator-picker";
import type { LinkableOperator } from "@/lib/users/list-linkable-operators";

export type SuggestLinkableOperators = (text: string) => Promise<LinkableOperator[]>;

type OperatorFieldProps = { linked: LinkableOperator | null; suggest: SuggestLinkableOperators; error: string | null };

/** Whose calls are a person's own. Sent as `operator`, empty for nobody's. */
export function OperatorField({ linked, suggest, error }: OperatorFieldProps) {
  const t = useTranslations("people.form");
  const id = useId();
  const [operator, setOperator] = useState(linked);
  return (
    <div>
      <input type="hidden" name="operator" value={operator?.id ?? ""} />
      <div id={`${id}-label`} className="mb-1 text-sm font-medium">
        {t("operator")}
      </div>
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <OperatorPicker
            words={{ label: t("operator"), choose: t("operatorChoose"), noneFound: t("operatorNone") }}
            labelId={`${id}-label`}
            helpId={`${id}-help`}
            operator={operator}
            suggest={suggest}
            onChoose={setOperator}
          />
        </div>
        {operator && (
          <button
            type="button"
            onClick={() => setOperator(null)}
            aria-label={t("operatorRemove", { name: operator.name })}
            title={t("operatorRemove", { name: operator.name })}
            className="grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg border border-border text-muted hover:text-foreground"
          >
            <X aria-hidden className="size-4" />
          </button>
        )}
      </div>
      <p id={`${id}-help`} className={`mt-1 text-xs ${error === null ? "text-muted" : "text-danger"}`}>
        {error ?? t("operatorHelp")}
      </p>
    </div>
  );
}
