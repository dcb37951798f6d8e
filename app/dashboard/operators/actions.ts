"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { OperatorFormState } from "@/components/operators/operator-form-state";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { addOperatorAlias } from "@/lib/operators/add-operator-alias";
import { createOperator } from "@/lib/operators/create-operator";
import { tellOperatorsApart } from "@/lib/operators/duplicates/tell-operators-apart";
import { linkOperatorUser } from "@/lib/operators/link-operator-user";
import { mergeOperators } from "@/lib/operators/merging/merge-operators";
import { undoOperatorMerge } from "@/lib/operators/merging/undo-operator-merge";
import { operatorNameInput, toOperatorInputError } from "@/lib/operators/operator-input";
import { type OperatorProblem, toOperatorProblem } from "@/lib/operators/operator-problem";
import { removeOperatorAlias } from "@/lib/operators/remove-operator-alias";
import { renameOperator } from "@/lib/operators/rename-operator";

const PATH = "/dashboard/operators";
const text = z.string().max(1000);
const userId = z.uuid().nullable();
const side = z.enum(["source", "target"]).optional();

export async function createOperatorAction(_state: OperatorFormState, form: FormData): Promise<OperatorFormState> {
  const actor = await requireViewer();
  const name = operatorNameInput.safeParse(form.get("name"));
  if (!name.success) return refused({ code: toOperatorInputError(name.error), other: null });
  const created = await orRefused(createOperator({ actor, name: name.data }));
  if ("status" in created) return created;
  redirect(`${PATH}/${created.id}`);
}

export async function renameOperatorAction(id: string, _state: OperatorFormState, form: FormData): Promise<OperatorFormState> {
  const actor = await requireViewer();
  const name = operatorNameInput.safeParse(form.get("name"));
  if (!name.success) return refused({ code: toOperatorInputError(name.error), other: null });
  return saved(renameOperator({ actor, id: text.parse(id), name: name.data }));
}

export async function addAliasAction(id: string, _state: OperatorFormState, form: FormData): Promise<OperatorFormState> {
  const actor = await requireViewer();
  const name = operatorNameInput.safeParse(form.get("name"));
  if (!name.success) return refused({ code: toOperatorInputError(name.error), other: null });
  return saved(addOperatorAlias({ actor, id: text.parse(id), name: name.data }));
}

export async function removeAliasAction(id: string, _state: OperatorFormState, form: FormData): Promise<OperatorFormState> {
  const actor = await requireViewer();
  return saved(removeOperatorAlias({ actor, id: text.parse(id), matchKey: text.parse(form.get("alias")) }));
}

export async function linkUserAction(id: string, _state: OperatorFormState, form: FormData): Promise<OperatorFormState> {
  const actor = await requireViewer();
  return saved(linkOperatorUser({ actor, id: text.parse(id), userId: userId.parse(form.get("user") || null) }));
}

export async function mergeOperatorsAction(
  ids: { sourceId: string; targetId: string },
  _state: OperatorFormState,
  form: FormData,
): Promise<OperatorFormState> {
  const actor = await requireViewer();
  const [sourceId, targetId] = [text.parse(ids.sourceId), text.parse(ids.targetId)];
  const keepUserOf = side.parse(form.get("keepUserOf") ?? undefined);
  const merged = await orRefused(mergeOperators({ actor, sourceId, targetId, keepUserOf }));
  if ("status" in merged) return merged;
  redirect(`${PATH}/${targetId}?merged=${merged.mergeId}`);
}

export async function undoMergeAction(mergeId: string, _state: OperatorFormState, _form: FormData): Promise<OperatorFormState> {
  const actor = await requireViewer();
  return saved(undoOperatorMerge({ actor, mergeId: text.parse(mergeId) }));
}

export async function tellApartAction(one: string, other: string, _state: OperatorFormState, _form: FormData): Promise<OperatorFormState> {
  const actor = await requireViewer();
  return saved(tellOperatorsApart({ actor, ids: [text.parse(one), text.parse(other)] }));
}

async function saved(change: Promise<unknown>): Promise<OperatorFormState> {
  const result = await orRefused(change.then(() => ({})));
  if ("status" in result) return result;
  refresh();
  return { status: "saved" };
}

/** What a verb returns; the reason where it refuses, so that what was typed stays on the screen. */
async function orRefused<Result extends object>(change: Promise<Result>): Promise<Result | Refusal> {
  try {
    return await orNotFound(change);
  } catch (error) {
    return refused(toOperatorProblem(error));
  }
}

type Refusal = Extract<OperatorFormState, { status: "refused" }>;

function refused(problem: OperatorProblem): Refusal {
  return { status: "refused", problem };
}
