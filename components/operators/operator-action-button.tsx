"use client";

import { Button } from "@heroui/react/button";
import { type ReactNode, useActionState } from "react";
import type { OperatorAction } from "./operator-form-state";
import { OperatorProblemText } from "./operator-problem-text";

type OperatorActionButtonProps = { action: OperatorAction; label: string; children: ReactNode };

/** A button that does one thing, and says why where it was refused. */
export function OperatorActionButton({ action, label, children }: OperatorActionButtonProps) {
  const [state, formAction, isPending] = useActionState(action, null);
  return (
    <form action={formAction} className="flex flex-wrap items-center justify-end gap-2">
      {state?.status === "refused" && (
        <span role="alert" className="text-xs text-danger">
          <OperatorProblemText problem={state.problem} />
        </span>
      )}
      <Button type="submit" size="sm" variant="outline" aria-label={label} isPending={isPending}>
        {children}
      </Button>
    </form>
  );
}
