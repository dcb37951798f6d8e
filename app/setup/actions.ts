"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { startSession } from "@/lib/auth/start-session";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { createFirstAdmin } from "@/lib/users/create-first-admin";
import { PASSWORD_PROBLEMS, type PasswordProblem } from "@/lib/users/password-problem";

const formShape = z.object({ name: z.string().trim(), email: z.string().trim(), password: z.string() });

export type SetupProblem = "invalidName" | "invalidEmail" | "alreadyDone" | "unavailable" | PasswordProblem;
export type SetupState = { problem: SetupProblem; name: string; email: string; attempt: number } | null;

export async function setUpAction(state: SetupState, form: FormData): Promise<SetupState> {
  const { name, email, password } = formShape.parse(Object.fromEntries(form));
  const attempt = (state?.attempt ?? 0) + 1;
  if (name === "") return { problem: "invalidName", name, email, attempt };
  try {
    const admin = await createFirstAdmin({ name, email, password });
    await startSession({ userId: admin.id, sessionVersion: admin.sessionVersion });
  } catch (error) {
    return { problem: problemOf(error), name, email, attempt };
  }
  redirect("/dashboard");
}

function problemOf(error: unknown): SetupProblem {
  if (isDatabaseAway(error)) return "unavailable";
  if (!(error instanceof AppError)) throw error;
  if (error.code === "conflict") return "alreadyDone";
  return PASSWORD_PROBLEMS.find((problem) => problem === error.details.problem) ?? "invalidEmail";
}
