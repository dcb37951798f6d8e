import { env } from "@/lib/env";
import { SESSION_MAX_AGE_SECONDS } from "./session-token";

const isSecure = env.PUBLIC_URL?.startsWith("https:") ?? false;

/** The cookie that carries a session. Where people come over https, browsers take and send it over https only. */
export const sessionCookie = {
  name: isSecure ? "__Host-auditoria-session" : "auditoria-session",
  options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure, maxAge: SESSION_MAX_AGE_SECONDS },
} as const;
