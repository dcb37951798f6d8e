import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { authSecret } from "./auth-secret";
import { findSignedInUser } from "./find-signed-in-user";
import { sessionCookie } from "./session-cookie";
import { SESSION_MAX_AGE_SECONDS } from "./session-token";
import { signIn } from "./sign-in";

const credentialsShape = z.object({ email: z.string(), password: z.string() });

/** next-auth over our own verbs, cookie and token, for programs that speak its protocol at /api/auth. */
export async function authOptions(remoteAddress: string): Promise<NextAuthOptions> {
  return {
    secret: await authSecret(),
    useSecureCookies: sessionCookie.options.secure,
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_SECONDS },
    cookies: { sessionToken: { name: sessionCookie.name, options: sessionCookie.options } },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/dashboard" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (sent) => {
          const credentials = credentialsShape.safeParse(sent);
          if (!credentials.success) return null;
          try {
            const { userId, sessionVersion } = await signIn({ ...credentials.data, remoteAddress });
            return { id: userId, sessionVersion };
          } catch (error) {
            // next-auth shows the message of what it catches in an address; anything but "no" is left to be logged.
            if (error instanceof AppError && (error.code === "unauthorized" || error.code === "rate_limited")) return null;
            throw error;
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sessionVersion: user.sessionVersion } : token),
      session: async ({ session, token }) => {
        const claims = z.object({ sub: z.uuid(), sessionVersion: z.int() }).safeParse(token);
        const found = claims.success
          ? await findSignedInUser({ userId: claims.data.sub, sessionVersion: claims.data.sessionVersion })
          : null;
        return { expires: session.expires, ...(found && { user: { name: found.name, email: found.email } }) };
      },
    },
  };
}

declare module "next-auth" {
  interface User {
    sessionVersion: number;
  }
}
