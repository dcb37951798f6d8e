import type { UserConflict } from "@/lib/users/user-conflict";
import type { InvitationInput, UserInputError } from "@/lib/users/user-input";

/** The link that somebody is to be sent is here, and nowhere else, until its place on the screen closes. */
export type NewLink = { id: string; address: string; purpose: "invitation" | "password_reset"; expiresAt: Date };

/** What can be wrong with each field; null for what has no words of its own. */
export type PersonErrors = Partial<Record<keyof InvitationInput, UserInputError | null>>;

export type PersonFormState =
  | null
  | { status: "saved" | "failed" }
  | { status: "invited"; userId: string; name: string; link: NewLink }
  | { status: "refused"; reason: UserConflict }
  | { status: "invalid"; errors: PersonErrors };
