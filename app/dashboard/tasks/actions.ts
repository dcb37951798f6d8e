"use server";

import { z } from "zod";
import { requireViewer } from "@/lib/auth/require-viewer";
import { listTaskOperators, type TaskOperator } from "@/lib/tasks/list-task-operators";

export async function suggestOperators(text: string): Promise<TaskOperator[]> {
  const viewer = await requireViewer();
  return listTaskOperators({ viewer, text: z.string().max(200).parse(text) });
}
