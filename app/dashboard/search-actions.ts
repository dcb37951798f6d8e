"use server";

import { z } from "zod";
import { requireViewer } from "@/lib/auth/require-viewer";
import { searchEverything as findEverything, type SearchResults } from "@/lib/search/search-everything";

export async function searchEverything(text: string): Promise<SearchResults> {
  const viewer = await requireViewer();
  return findEverything({ viewer, text: z.string().max(200).parse(text) });
}
