"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import type { DigestFormState } from "@/components/account/digest-form";
import type { PasswordFormState } from "@/components/account/password-form";
import { endSession } from "@/lib/auth/end-session";
import { requireViewer } from "@/lib/auth/require-viewer";
import { startSession } from "@/lib/auth/start-session";
import { chooseDigest } from "@/lib/digest/choose-digest";
import { type OwnDigestSending, sendOwnDigest } from "@/lib/digest/send-own-digest";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { changePassword } from "@/lib/users/change-password";
import { endUserSessions } from "@/lib/users/end-user-sessions";
import { PASSWORD_PROBLEMS } from "@/lib/users/password-problem";

const formShape = z.object({ currentPassword: z.string(), newPassword: z.string() });

export async function changePasswordAction(state: PasswordFormState, form: FormData): Promise<PasswordFormState> {
  const viewer = await requireViewer();
  const input = formShape.parse({ currentPassword: form.get("current") ?? "", newPassword: form.get("new") ?? "" });
  const attempt = (state?.attempt ?? 0) + 1;
  try {
    await startSession(await changePassword({ viewer, ...input }));
    refresh();
    return { status: "changed", attempt };
  } catch (error) {
    if (isDatabaseAway(error)) return { status: "failed", attempt };
    if (!(error instanceof AppError)) throw error;
    const passwordProblem = PASSWORD_PROBLEMS.find((problem) => problem === error.details.problem);
    if (passwordProblem) return { status: "weak", passwordProblem, attempt };
    if (error.code === "unauthorized") return { status: "wrong", attempt };
    if (error.code === "rate_limited")
      return { status: "throttled", minutes: Math.ceil(Number(error.details.retryAfterSeconds) / 60), attempt };
    // Somebody else changed the account meanwhile: this session is over.
    redirect("/sign-in");
  }
}

export async function signOutEverywhereAction(): Promise<void> {
  const viewer = await requireViewer();
  await endUserSessions({ actor: viewer, id: viewer.userId });
  await endSession();
  redirect("/sign-in");
}

export async function chooseDigestAction(_state: DigestFormState, form: FormData): Promise<DigestFormState> {
  const viewer = await requireViewer();
  try {
    await chooseDigest({ viewer, isWanted: form.has("wanted") });
  } catch (error) {
    // Who gets no digest is not offered the choice; the page is theirs all the same.
    if (isDatabaseAway(error) || (error instanceof AppError && error.code === "not_found")) return { status: "failed" };
    throw error;
  }
  refresh();
  return { status: "saved" };
}

export async function sendDigestAction(): Promise<OwnDigestSending> {
  const viewer = await requireViewer();
  return sendOwnDigest({ viewer, locale: await getLocale() });
}
