"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { CampaignFormState } from "@/components/campaigns/campaign-form";
import type { SourceChooserState } from "@/components/sources/source-chooser";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { archiveCampaign } from "@/lib/campaigns/archive-campaign";
import { type CampaignInput, campaignInput, offeredSource, toCampaignInputProblem } from "@/lib/campaigns/campaign-input";
import { chooseCampaignSource, MAX_SOURCE_CALL_COUNT, SourceInUse } from "@/lib/campaigns/choose-campaign-source";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { restoreCampaign } from "@/lib/campaigns/restore-campaign";
import { updateCampaign } from "@/lib/campaigns/update-campaign";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { MAX_EXPIRING_COUNT } from "@/lib/recordings/retention/count-expiring-recordings";

const CAMPAIGN_FIELDS = campaignInput.keyof().options;

export async function createCampaignAction(_state: CampaignFormState, form: FormData): Promise<CampaignFormState> {
  const actor = await requireViewer();
  const parsed = campaignInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalid(parsed.error);
  const created = await orFailed(createCampaign({ actor, ...parsed.data }));
  if (created === "failed") return { status: "failed" };
  redirect(`/dashboard/campaigns/${created.id}/audio-sources`);
}

export async function updateCampaignAction(id: number, _state: CampaignFormState, form: FormData): Promise<CampaignFormState> {
  const actor = await requireViewer();
  const parsed = campaignInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalid(parsed.error);
  const isConfirmed = form.get("confirmedRetentionDays") === String(parsed.data.retentionDays);
  try {
    if ((await orFailed(updateCampaign({ actor, id, ...parsed.data, isConfirmed }))) === "failed") return { status: "failed" };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    const recordingCount = Number(error.details.recordingCount);
    const retentionDays = parsed.data.retentionDays ?? 0;
    return { status: "unconfirmed", retentionDays, recordingCount, isMany: recordingCount >= MAX_EXPIRING_COUNT };
  }
  refresh();
  return { status: "saved" };
}

export async function archiveCampaignAction(id: number): Promise<void> {
  const actor = await requireViewer();
  await orNotFound(archiveCampaign({ actor, id }));
  refresh();
}

export async function restoreCampaignAction(id: number): Promise<void> {
  const actor = await requireViewer();
  await orNotFound(restoreCampaign({ actor, id }));
  refresh();
}

export async function chooseSourceAction(campaignId: number, _state: SourceChooserState, form: FormData): Promise<SourceChooserState> {
  const actor = await requireViewer();
  const source = offeredSource.safeParse(form.get("source"));
  if (!source.success) return { problem: "unknown_source" };
  const isConfirmed = form.get("confirmedSource") === source.data;
  try {
    const chosen = await orFailed(chooseCampaignSource({ actor, campaignId, source: source.data, isConfirmed }));
    if (chosen === "failed") return { problem: "failed" };
  } catch (error) {
    if (!(error instanceof SourceInUse)) throw error;
    const { present, callCount, lastCallAt } = error;
    return { problem: "in_use", wanted: source.data, present, callCount, isMany: callCount >= MAX_SOURCE_CALL_COUNT, lastCallAt };
  }
  refresh();
  return null;
}

/** What a verb returns; "failed" while the database is away, so that what was typed stays on the screen. */
async function orFailed<Result>(result: Promise<Result>): Promise<Result | "failed"> {
  try {
    return await orNotFound(result);
  } catch (error) {
    if (isDatabaseAway(error)) return "failed";
    throw error;
  }
}

function invalid(error: z.ZodError<CampaignInput>): CampaignFormState {
  const errors: Extract<CampaignFormState, { status: "invalid" }>["errors"] = {};
  for (const issue of error.issues) {
    const field = CAMPAIGN_FIELDS.find((name) => name === issue.path[0]);
    if (field) errors[field] ??= toCampaignInputProblem(issue);
  }
  return { status: "invalid", errors };
}
