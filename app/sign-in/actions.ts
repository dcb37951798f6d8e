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

export type SignInState = { problem: "wrong" | "incomplete" | "throttled" | "unavailable"; minutes: number; email: string } | null;

export async function signInAction(_state: SignInState, form: FormData): Promise<SignInState> {
  const parsed = formShape.safeParse(Object.fromEntries(form));
  const email = String(form.get("email") ?? "");
  if (!parsed.success) return { problem: "incomplete", minutes: 0, email };
  try {
    await startSession(await signIn({ ...parsed.data, remoteAddress: clientAddress(await headers()) }));
  } catch (error) {
    if (isDatabaseAway(error)) return { problem: "unavailable", minutes: 0, email };
    if (!(error instanceof AppError)) throw error;
    if (error.code === "unauthorized") return { problem: "wrong", minutes: 0, email };
    if (error.code !== "rate_limited") throw error;
    return { problem: "throttled", minutes: Math.ceil(Number(error.details.retryAfterSeconds) / 60), email };
  }
  redirect(safeNextPath(parsed.data.next));
}
