/** Where a person stands: `invited` has not chosen a password yet. */
export const USER_STATES = ["active", "invited", "disabled"] as const;
export type UserState = (typeof USER_STATES)[number];

/** A person's state in one word. Who is disabled stays so, also when they never came. */
export function userState({ disabledAt, hasPassword }: { disabledAt: Date | null; hasPassword: boolean }): UserState {
  if (disabledAt !== null) return "disabled";
  return hasPassword ? "active" : "invited";
}
