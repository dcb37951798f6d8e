import { randomBytes, scryptSync } from "node:crypto";
import {
  change,
  emptyPage,
  form,
  leadingPage,
  page,
  publicRoute,
  type Rights,
  read,
  route,
  SIGNED_IN,
  SUPERVISORS,
  VISITORS,
} from "./rights";

/** The way in and out, and what needs no session. */
export const entry: Rights = {
  pages: {
    "/": leadingPage("/", (visitor) => (visitor === "nobody" ? "/sign-in" : "/dashboard")),
    "/sign-in": leadingPage("/sign-in", (visitor) => (visitor === "nobody" ? null : "/dashboard")),
    "/setup": leadingPage("/setup", () => "/sign-in"),
    // An address that leads nowhere is the same for everybody: the links themselves are tested with people.
    "/join/[secret]": emptyPage("/join/unknown"),
  },
  routes: {
    "GET /api/health": publicRoute("/api/health", 200),
    "GET /api/events": route("/api/events", SIGNED_IN),
    "GET /api/auth/[...nextauth]": publicRoute("/api/auth/providers", 200),
    "POST /api/auth/[...nextauth]": publicRoute("/api/auth/unknown", 400),
    "GET /api/inngest": publicRoute("/api/inngest", 401),
    "POST /api/inngest": publicRoute("/api/inngest", 401),
    "PUT /api/inngest": publicRoute("/api/inngest", 401),
    "GET /webhook/anura/health": publicRoute("/webhook/anura/health", 200),
    "POST /webhook/anura": publicRoute("/webhook/anura", 401),
    "POST /webhook/anura/test": publicRoute("/webhook/anura/test", 401),
    // Who sends stands in the body, and there is none.
    "POST /webhook/aria": publicRoute("/webhook/aria", 400),
    "GET /webhook/aria": publicRoute("/webhook/aria", 405),
  },
  actions: {
    "app/actions.ts#signOut": { ...read(() => [], VISITORS), leadsTo: "/sign-in" },
    "app/actions.ts#chooseLocale": read(() => [form({ locale: "es" })], VISITORS),
    "app/sign-in/actions.ts#signInAction": read(() => [null, form({ email: "nobody@example.com", password: "wrong" })], VISITORS),
    "app/setup/actions.ts#setUpAction": read(
      () => [null, form({ name: "Me", email: "me@example.com", password: "pasto verde nube 7" })],
      VISITORS,
    ),
    "app/join/actions.ts#choosePasswordAction": read(() => ["unknown", null, form({ password: "pasto verde nube 7" })], []),
  },
};

/** One's own account. */
export const account: Rights = {
  pages: { "/dashboard/account": page("/dashboard/account", SIGNED_IN) },
  actions: {
    "app/dashboard/account/actions.ts#changePasswordAction": change(async ({ visitorIds, database }) => {
      await database`update users set password_hash = ${hashOf("pasto verde nube 7")} where id = any(${Object.values(visitorIds)})`;
      return [null, form({ current: "pasto verde nube 7", new: "otra nube verde 8" })];
    }, SIGNED_IN),
    // The page is everybody's own and says who they are: others are told that nothing was saved, or that there is nothing to say.
    "app/dashboard/account/actions.ts#chooseDigestAction": { ...change(() => [null, form({})], SUPERVISORS), others: "nothing" },
    "app/dashboard/account/actions.ts#sendDigestAction": read(() => [], SIGNED_IN),
    "app/dashboard/account/actions.ts#signOutEverywhereAction": change(() => [], SIGNED_IN, "/sign-in"),
  },
};

/** As lib/auth/hash-password.ts keeps a password, but quicker to make. */
function hashOf(password: string): string {
  const cost = { N: 1024, r: 8, p: 1 };
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}
