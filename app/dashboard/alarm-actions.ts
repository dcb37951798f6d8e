"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { requireViewer } from "@/lib/auth/require-viewer";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { formatSeenAlarms, SEEN_ALARMS_COOKIE } from "./seen-alarms";

/** Puts away what was noticed until then, for the person and the browser's session. What is noticed later shows again. */
export async function dismissAlarms(until: number): Promise<void> {
  const { userId } = await requireViewer();
  const { secure, httpOnly, sameSite } = sessionCookie.options;
  const value = formatSeenAlarms(userId, z.number().parse(until));
  (await cookies()).set(SEEN_ALARMS_COOKIE, value, { secure, httpOnly, sameSite, path: "/dashboard" });
}
