import { sql } from "drizzle-orm";
import type { Role } from "@/db/enums";
import { operators, users } from "@/db/schema";
import { type UserState, userState } from "./user-state";

/** What every view of a person shows, without anything that would let one sign in as them. */
export const userColumns = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  operatorId: users.operatorId,
  operatorName: operators.name,
  disabledAt: users.disabledAt,
  hasPassword: sql<boolean>`${users.passwordHash} is not null`,
  lastSignedInAt: users.lastSignedInAt,
  createdAt: users.createdAt,
};

type UserRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  operatorId: string | null;
  operatorName: string | null;
  disabledAt: Date | null;
  hasPassword: boolean;
  lastSignedInAt: Date | null;
  createdAt: Date;
};

export type UserSummary = Omit<UserRow, "disabledAt" | "hasPassword"> & { state: UserState };

/** A row of userColumns with the person's state in one word. */
export function toUserSummary({ disabledAt, hasPassword, ...row }: UserRow): UserSummary {
  return { ...row, state: userState({ disabledAt, hasPassword }) };
}
