"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { clientAddress } from "@/lib/auth/client-address";
import { safeNextPath } from "@/lib/auth/requested-path";
import { signIn } from "@/lib/auth/sign-in";
import { startSession } from "@/lib/auth/start-session";
import { AppError, isDatabaseAway } from "@/lib/errors";

const formShape = z.object({ email: z.string().trim().min(1), password: z.string().min(1), next: z.string().optional() });

type Problem = "wrong" | "incomplete" | "throttled" | "unavailable";

/** What became of the last attempt: null before the first. */
export type SignInState = { problem: Problem; minutes: number; email: string; attempt: number } | null;

export async function signInAction(state: SignInState, form: FormData): Promise<SignInState> {
  const parsed = formShape.safeParse(Object.fromEntries(form));
  const answer = { minutes: 0, email: String(form.get("email") ?? ""), attempt: (state?.attempt ?? 0) + 1 };
  if (!parsed.success) return { ...answer, problem: "incomplete" };
  try {
    await startSession(await signIn({ ...parsed.data, remoteAddress: clientAddress(await headers()) }));
  } catch (error) {
    if (isDatabaseAway(error)) return { ...answer, problem: "unavailable" };
    if (!(error instanceof AppError)) throw error;
    if (error.code === "unauthorized") return { ...answer, problem: "wrong" };
    if (error.code !== "rate_limited") throw error;
    return { ...answer, problem: "throttled", minutes: Math.ceil(Number(error.details.retryAfterSeconds) / 60) };
  }
  redirect(safeNextPath(parsed.data.next));
}
