"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { endSession } from "@/lib/auth/end-session";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { LOCALE_COOKIE, toLocale } from "@/lib/i18n/locales";

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

export async function signOut(): Promise<void> {
  await endSession();
  redirect("/sign-in");
}

export async function chooseLocale(form: FormData): Promise<void> {
  const locale = toLocale(String(form.get("locale")));
  if (!locale) return;
  const { sameSite, path, secure } = sessionCookie.options;
  (await cookies()).set(LOCALE_COOKIE, locale, { sameSite, path, secure, httpOnly: true, maxAge: ONE_YEAR_SECONDS });
}
