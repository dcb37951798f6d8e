"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { z } from "zod";
import type { PersonActionState } from "@/components/people/confirmed-action";
import type { NewLinkState } from "@/components/people/new-link";
import type { NewLink, PersonErrors, PersonFormState } from "@/components/people/person-form-state";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { env } from "@/lib/env";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { requestBaseUrl } from "@/lib/http/request-base-url";
import { createUserLink } from "@/lib/users/create-user-link";
import { disableUser } from "@/lib/users/disable-user";
import { enableUser } from "@/lib/users/enable-user";
import { endUserSessions } from "@/lib/users/end-user-sessions";
import type { CreatedUserLink } from "@/lib/users/insert-user-link";
import { inviteUser } from "@/lib/users/invite-user";
import { type LinkableOperator, listLinkableOperators } from "@/lib/users/list-linkable-operators";
import { takeBackUserLink } from "@/lib/users/take-back-user-link";
import { updateUser } from "@/lib/users/update-user";
import { userConflictOf } from "@/lib/users/user-conflict";
import { invitationInput, toUserInputError, userInput } from "@/lib/users/user-input";
import { userLinkAddress } from "@/lib/users/user-link-address";

const FIELDS = ["name", "email", "role", "campaignIds", "operatorId"] as const;

export async function invitePersonAction(_state: PersonFormState, form: FormData): Promise<PersonFormState> {
  const actor = await requireViewer();
  const parsed = invitationInput.safeParse(fieldsOf(form));
  // Nobody but an admin is told what is wrong with what they sent.
  if (actor.role !== "admin") notFound();
  if (!parsed.success) return invalid(parsed.error);
  try {
    const { userId, ...link } = await orNotFound(inviteUser({ actor, ...parsed.data }));
    return { status: "invited", userId, name: parsed.data.name, link: await addressed(link) };
  } catch (error) {
    return refused(error);
  }
}

export async function updatePersonAction(id: string, _state: PersonFormState, form: FormData): Promise<PersonFormState> {
  const actor = await requireViewer();
  const parsed = userInput.safeParse(fieldsOf(form));
  if (actor.role !== "admin") notFound();
  if (!parsed.success) return invalid(parsed.error);
  try {
    await orNotFound(updateUser({ actor, id: personId(id), ...parsed.data }));
    refresh();
    return { status: "saved" };
  } catch (error) {
    return refused(error);
  }
}

export async function createLinkAction(id: string): Promise<NewLinkState> {
  const actor = await requireViewer();
  try {
    const link = await orNotFound(createUserLink({ actor, userId: personId(id) }));
    refresh();
    return { link: await addressed(link) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

export async function takeBackLinkAction(id: string): Promise<PersonActionState> {
  const actor = await requireViewer();
  return attempt(takeBackUserLink({ actor, userId: personId(id) }));
}

export async function endSessionsAction(id: string): Promise<PersonActionState> {
  const actor = await requireViewer();
  return attempt(endUserSessions({ actor, id: personId(id) }));
}

export async function disablePersonAction(id: string): Promise<PersonActionState> {
  const actor = await requireViewer();
  return attempt(disableUser({ actor, id: personId(id) }));
}

export async function enablePersonAction(id: string): Promise<PersonActionState> {
  const actor = await requireViewer();
  return attempt(enableUser({ actor, id: personId(id) }));
}

export async function suggestLinkableOperators(text: string): Promise<LinkableOperator[]> {
  const actor = await requireViewer();
  return orNotFound(listLinkableOperators({ actor, text: z.string().max(200).parse(text) }));
}

function personId(text: string): string {
  const id = z.uuid().safeParse(text);
  if (!id.success) notFound();
  return id.data;
}

function fieldsOf(form: FormData) {
  return {
    name: form.get("name") ?? "",
    email: form.get("email") ?? "",
    role: form.get("role"),
    campaignIds: form.getAll("campaign"),
    operatorId: form.get("operator") ?? "",
  };
}

async function addressed({ secret, purpose, expiresAt }: CreatedUserLink): Promise<NewLink> {
  const baseUrl = env.PUBLIC_URL ?? requestBaseUrl(await headers()) ?? `http://localhost:${env.PORT}`;
  return { id: expiresAt.toISOString(), address: userLinkAddress({ baseUrl, secret }), purpose, expiresAt };
}

/** Null once it was done; what was refused, and that the database is away, in a word for the screen. */
async function attempt(work: Promise<void>): Promise<PersonActionState> {
  try {
    await orNotFound(work);
    refresh();
    return null;
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): Exclude<PersonActionState, null> {
  const conflict = userConflictOf(error);
  if (conflict) return conflict;
  if (isDatabaseAway(error)) return "failed";
  throw error;
}

function refused(error: unknown): PersonFormState {
  if (error instanceof AppError && error.code === "invalid") {
    if (error.details.field === "campaignIds") return { status: "invalid", errors: { campaignIds: "unknown_campaign" } };
    if (error.details.field === "operatorId") return { status: "invalid", errors: { operatorId: "unknown_operator" } };
  }
  const problem = problemOf(error);
  return problem === "failed" ? { status: "failed" } : { status: "refused", reason: problem };
}

function invalid(error: z.ZodError): PersonFormState {
  const errors: PersonErrors = {};
  for (const { path, message } of error.issues) {
    const field = FIELDS.find((name) => name === path[0]);
    if (field) errors[field] ??= toUserInputError(message);
  }
  return { status: "invalid", errors };
}
