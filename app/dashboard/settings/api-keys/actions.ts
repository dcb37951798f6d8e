"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { CreateApiKeyState } from "@/components/api-keys/create-api-key";
import type { RotateApiKeyState } from "@/components/api-keys/rotate-api-key";
import { API_KEY_EXPIRY_ERRORS, apiKeyExpiry } from "@/lib/api-keys/api-key-expiry";
import { API_KEY_INPUT_ERRORS, apiKeyInput } from "@/lib/api-keys/api-key-input";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { revokeApiKey } from "@/lib/api-keys/revoke-api-key";
import { MAX_OVERLAP_HOURS, rotateApiKey } from "@/lib/api-keys/rotate-api-key";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { env } from "@/lib/env";
import { AppError, isDatabaseAway } from "@/lib/errors";

const keyId = z.uuid();
const overlapHours = z.coerce.number().int().min(0).max(MAX_OVERLAP_HOURS);

export async function createApiKeyAction(_state: CreateApiKeyState, form: FormData): Promise<CreateApiKeyState> {
  const actor = await requireViewer();
  const input = apiKeyInput({ timeZone: env.TIME_ZONE, now: new Date() }).safeParse(Object.fromEntries(form));
  if (!input.success) {
    const message = input.error.issues[0]?.message;
    return { problem: API_KEY_INPUT_ERRORS.find((error) => error === message) ?? "failed" };
  }
  try {
    const { id, key } = await orNotFound(createApiKey({ actor, ...input.data }));
    refresh();
    return { id, key };
  } catch (error) {
    if (isDatabaseAway(error)) return { problem: "failed" };
    throw error;
  }
}

export async function revokeApiKeyAction(id: string): Promise<void> {
  const actor = await requireViewer();
  await orNotFound(revokeApiKey({ actor, id: keyId.parse(id) }));
  refresh();
}

/** The page is shown anew by the browser, once the new key was stored. */
export async function rotateApiKeyAction(id: string, _state: RotateApiKeyState, form: FormData): Promise<RotateApiKeyState> {
  const actor = await requireViewer();
  const expiresAt = apiKeyExpiry({ timeZone: env.TIME_ZONE, now: new Date() }).safeParse(form.get("expiresOn") ?? "");
  if (!expiresAt.success) {
    const message = expiresAt.error.issues[0]?.message;
    return { problem: API_KEY_EXPIRY_ERRORS.find((error) => error === message) ?? "failed" };
  }
  const input = { actor, id: keyId.parse(id), overlapHours: overlapHours.parse(form.get("overlapHours")), expiresAt: expiresAt.data };
  try {
    const created = await orNotFound(rotateApiKey(input));
    return { id: created.id, key: created.key };
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return { problem: "already_ended" };
    if (isDatabaseAway(error)) return { problem: "failed" };
    throw error;
  }
}
