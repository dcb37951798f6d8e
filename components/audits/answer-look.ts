import { Check, type LucideIcon, Minus, X } from "lucide-react";
import type { Answer } from "@/db/enums";

/** The sign of each answer, the key that gives it, and how it looks once it is given. */
export const ANSWER_LOOKS: Record<Answer, { icon: LucideIcon; key: string; chosen: string; text: string }> = {
  complies: {
    ...{ icon: Check, key: "1", chosen: "border-success bg-success-soft text-success-soft-foreground" },
    text: "text-success-soft-foreground",
  },
  fails: {
    ...{ icon: X, key: "2", chosen: "border-danger bg-danger-soft text-danger-soft-foreground" },
    text: "text-danger-soft-foreground",
  },
  not_applicable: { icon: Minus, key: "0", chosen: "border-foreground bg-default text-foreground", text: "text-foreground" },
};
