"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { ConnectionSettingsState, CreateConnectionState, MapProblem } from "@/components/sources/aria/aria-actions";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import {
  CONNECTION_INPUT_ERRORS,
  type ConnectionInputError,
  connectionInput,
  externalCampaignId,
} from "@/lib/connections/connection-input";
import { createConnection } from "@/lib/connections/create-connection";
import { createConnectionKey } from "@/lib/connections/create-connection-key";
import { findMappableCampaigns, type MappableCampaign } from "@/lib/connections/find-mappable-campaigns";
import { mapExternalCampaign } from "@/lib/connections/map-external-campaign";
import { setConnectionDisabled } from "@/lib/connections/set-connection-disabled";
import { updateConnection } from "@/lib/connections/update-connection";
import { AppError, isDatabaseAway } from "@/lib/errors";

const campaignNumber = z.coerce.number().int().positive().optional().catch(undefined);

/** The page is shown anew by the browser, once the new key was stored. */
export async function createConnectionAction(
  campaignId: number,
  _state: CreateConnectionState,
  form: FormData,
): Promise<CreateConnectionState> {
  const actor = await requireViewer();
  const input = connectionInput.safeParse({ name: form.get("name"), timeZone: form.get("timeZone") ?? "" });
  if (!input.success) return { problem: problemOf(input.error) };
  const created = await orProblem(createConnection({ actor, campaignId, ...input.data }));
  return typeof created === "string" ? { problem: created } : { publicId: created.publicId, key: created.key };
}

export async function updateConnectionAction(
  id: string,
  _state: ConnectionSettingsState,
  form: FormData,
): Promise<ConnectionSettingsState> {
  const actor = await requireViewer();
  const input = connectionInput.safeParse({
    name: form.get("name"),
    timeZone: form.get("timeZone") ?? "",
    makesCampaigns: form.has("makesCampaigns"),
    takesPixels: form.has("takesPixels"),
  });
  if (!input.success) return { status: "invalid", problem: problemOf(input.error) };
  const campaignId = campaignNumber.parse(form.get("campaignId") || undefined);
  const problem = await orProblem(updateConnection({ actor, id, ...input.data, ...(campaignId === undefined ? {} : { campaignId }) }));
  if (problem) return { status: "invalid", problem };
  refresh();
  return { status: "saved" };
}

export async function setConnectionDisabledAction(id: string, isDisabled: boolean): Promise<void> {
  const actor = await requireViewer();
  await orNotFound(setConnectionDisabled({ actor, id, isDisabled: z.boolean().parse(isDisabled) }));
  refresh();
}

/** The page is shown anew by the browser, once the new key was stored. */
export async function createConnectionKeyAction(id: string): Promise<{ key: string } | null> {
  const actor = await requireViewer();
  const created = await orProblem(createConnectionKey({ actor, id }));
  return typeof created === "string" ? null : { key: created.key };
}

export async function mapCampaignAction(id: string, externalId: string, campaignId: number | null): Promise<MapProblem | null> {
  const actor = await requireViewer();
  const input = { externalId: externalCampaignId.parse(externalId), campaignId: z.number().nullable().parse(campaignId) };
  const problem = await orProblem(mapExternalCampaign({ actor, id, ...input }));
  if (problem) return problem;
  refresh();
  return null;
}

export async function findMappableCampaignsAction(text: string): Promise<MappableCampaign[]> {
  const actor = await requireViewer();
  return orNotFound(findMappableCampaigns({ actor, text: z.string().max(200).parse(text) }));
}

/** What a verb returns; or why the campaign that it was given can't be a connection's, "failed" where nothing could be saved. */
async function orProblem<Result>(result: Promise<Result>): Promise<Result | MapProblem> {
  try {
    return await orNotFound(result);
  } catch (error) {
    if (isDatabaseAway(error)) return "failed";
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    const { problem } = error.details;
    return problem === "archived" || problem === "other_source" ? problem : "failed";
  }
}

function problemOf(error: z.ZodError): ConnectionInputError | "failed" {
  const message = error.issues[0]?.message;
  return CONNECTION_INPUT_ERRORS.find((one) => one === message) ?? "failed";
}
