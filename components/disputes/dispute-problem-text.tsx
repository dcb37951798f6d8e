import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/ui/form-problem";
import type { DisputeFormState } from "./dispute-form-state";

/** Why a form about a dispute was not taken; nothing where it was. */
export function DisputeProblemText({ state }: { state: DisputeFormState }) {
  const t = useTranslations("disputes.problems");
  return state?.status === "refused" ? <FormProblem>{t(state.problem)}</FormProblem> : null;
}
