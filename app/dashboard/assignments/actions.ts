"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { MoveState } from "@/components/assignments/move-call";
import type { SampleFormState } from "@/components/assignments/sample-form-state";
import type { SkipState } from "@/components/assignments/skip-call";
import { createSample, SAMPLE_PROBLEMS } from "@/lib/assignments/create-sample";
import { deleteSample } from "@/lib/assignments/delete-sample";
import { moveAssignment } from "@/lib/assignments/move-assignment";
import { previewSample, type SamplePreview } from "@/lib/assignments/preview-sample";
import { SAMPLE_INPUT_ERRORS, sampleInput } from "@/lib/assignments/sample-input";
import { skipAssignment, skipReason } from "@/lib/assignments/skip-assignment";
import { type SampleCheck, verifySample } from "@/lib/assignments/verify-sample";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { typedSample } from "./typed-sample";

const PATH = "/dashboard/assignments";
const id = z.string().max(100);

export async function createSampleAction(campaignId: number, _state: SampleFormState, form: FormData): Promise<SampleFormState> {
  const actor = await requireViewer();
  const input = sampleInput.safeParse(typedSample(form));
  if (!input.success) return invalid(input.error);
  const made = await orProblem(createSample({ actor, campaignId: z.number().parse(campaignId), input: input.data }));
  if ("id" in made) redirect(`${PATH}/${made.id}`);
  const problem = SAMPLE_PROBLEMS.find((one) => one === made.problem);
  return problem ? { status: "refused", problem } : { status: "failed" };
}

/** Null while what is typed does not say yet what to draw. */
export async function previewSampleAction(campaignId: number, form: FormData): Promise<SamplePreview | null> {
  const viewer = await requireViewer();
  // It can be looked at before it has a name.
  const input = sampleInput.safeParse({ ...typedSample(form), name: "preview" });
  if (!input.success) return null;
  return orNotFound(previewSample({ viewer, campaignId: z.number().parse(campaignId), input: input.data }));
}

export async function deleteSampleAction(sampleId: string): Promise<void> {
  const actor = await requireViewer();
  const { isGone } = await orNotFound(deleteSample({ actor, id: id.parse(sampleId) }));
  if (isGone) redirect(PATH);
  refresh();
}

export async function verifySampleAction(sampleId: string): Promise<SampleCheck> {
  const viewer = await requireViewer();
  return orNotFound(verifySample({ viewer, id: id.parse(sampleId) }));
}

export async function moveAssignmentAction(assignmentId: string, auditorId: string): Promise<MoveState> {
  const actor = await requireViewer();
  const moved = await orProblem(
    moveAssignment({ actor, id: id.parse(assignmentId), auditorId: z.uuid().parse(auditorId) }).then(() => ({ id: assignmentId })),
  );
  refresh();
  if ("id" in moved) return null;
  return moved.problem === "has_it_already" || moved.problem === "ended" || moved.problem === "not_an_auditor" ? moved.problem : "failed";
}

/** Leads on to the next call of the queue. */
export async function skipAssignmentAction(assignmentId: string, taskId: string, reason: string): Promise<SkipState> {
  const viewer = await requireViewer();
  const typed = skipReason.safeParse(reason);
  if (!typed.success) return typed.error.issues[0]?.message === "reason_too_long" ? "reason_too_long" : "reason_missing";
  const skipped = await orProblem(
    skipAssignment({ viewer, id: id.parse(assignmentId), reason: typed.data }).then(() => ({ id: assignmentId })),
  );
  if ("problem" in skipped && skipped.problem !== "ended") return "failed";
  redirect(`${PATH}/next?after=${encodeURIComponent(taskId)}`);
}

/** What a verb returns, or why it refuses, so that what was typed stays on the screen. */
async function orProblem(change: Promise<{ id: string }>): Promise<{ id: string } | { problem: string }> {
  try {
    return await orNotFound(change);
  } catch (error) {
    if (isDatabaseAway(error)) return { problem: "away" };
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    return { problem: String(error.details.problem) };
  }
}

function invalid(error: z.ZodError): SampleFormState {
  const errors: Extract<SampleFormState, { status: "invalid" }>["errors"] = {};
  for (const { path, message } of error.issues) {
    const problem = SAMPLE_INPUT_ERRORS.find((one) => one === message);
    if (problem) errors[String(path[0])] ??= problem;
  }
  return { status: "invalid", errors };
}
