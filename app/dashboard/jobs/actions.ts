"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { cancelJob } from "@/lib/jobs/cancel-job";

export async function cancelJobAction(id: string): Promise<void> {
  const viewer = await requireViewer();
  await orNotFound(cancelJob({ viewer, id: z.uuid().parse(id) }));
  refresh();
}
