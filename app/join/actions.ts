"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { clientAddress } from "@/lib/auth/client-address";
import { orNotFound } from "@/lib/auth/or-not-found";
import { startSession } from "@/lib/auth/start-session";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { PASSWORD_PROBLEMS, type PasswordProblem } from "@/lib/users/password-problem";
import { redeemUserLink } from "@/lib/users/redeem-user-link";

/** Why the password was not set; null before the first attempt. */
export type ChoosePasswordState =
  | null
  | { passwordProblem: PasswordProblem; attempt: number }
  | { problem: "throttled" | "unavailable"; minutes: number; attempt: number };

const inputShape = z.object({ secret: z.string(), password: z.string() });

export async function choosePasswordAction(secret: string, state: ChoosePasswordState, form: FormData): Promise<ChoosePasswordState> {
  const input = inputShape.parse({ secret, password: form.get("password") ?? "" });
  const attempt = (state?.attempt ?? 0) + 1;
  try {
    await startSession(await orNotFound(redeemUserLink({ ...input, remoteAddress: clientAddress(await headers()) })));
  } catch (error) {
    if (isDatabaseAway(error)) return { problem: "unavailable", minutes: 0, attempt };
    if (!(error instanceof AppError)) throw error;
    const passwordProblem = PASSWORD_PROBLEMS.find((problem) => problem === error.details.problem);
    if (passwordProblem) return { passwordProblem, attempt };
    if (error.code !== "rate_limited") throw error;
    return { problem: "throttled", minutes: Math.ceil(Number(error.details.retryAfterSeconds) / 60), attempt };
  }
  redirect("/dashboard");
}
