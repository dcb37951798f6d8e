import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** Why a form was not taken, read out as soon as it appears. */
export function FormProblem({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="flex items-start gap-2 rounded-lg bg-danger-soft px-3 py-2 text-danger-soft-foreground">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
