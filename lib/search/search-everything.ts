import type { Viewer } from "@/lib/auth/viewer";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { findTasksById, type NamedTask } from "@/lib/tasks/find-tasks-by-id";
import { listTaskOperators } from "@/lib/tasks/list-task-operators";
import { listTasks } from "@/lib/tasks/list-tasks";

/** Of each kind, at most. */
export const SEARCH_LIMIT = 6;

export type SearchResults = {
  campaigns: { id: number; name: string; isArchived: boolean }[];
  operators: { id: string; name: string }[];
  tasks: NamedTask[];
};

/**
 * What a few typed characters can mean: campaigns by name or number (`#12`), operators by name, tasks by number, operator or id. Only what the
 * viewer may see, and only what has a page that the viewer may open; at most SEARCH_LIMIT of each. Blank text means nothing.
 */
export async function searchEverything({ viewer, text }: { viewer: Viewer; text: string }): Promise<SearchResults> {
  const wanted = text.replaceAll("\0", "").trim();
  if (wanted === "") return { campaigns: [], operators: [], tasks: [] };
  // With its sign, a number is a campaign's and no part of a telephone's.
  const isCampaignNumber = /^#\s*\d+$/.test(wanted);
  const [campaigns, operators, byId, byText] = await Promise.all([
    listCampaigns({ viewer, search: wanted, archived: "all", limit: SEARCH_LIMIT }),
    !isCampaignNumber && hasOperatorPages(viewer) ? listTaskOperators({ viewer, text: wanted, limit: SEARCH_LIMIT }) : [],
    findTasksById({ viewer, text: wanted, limit: SEARCH_LIMIT }),
    isCampaignNumber ? { items: [] } : listTasks({ viewer, filters: { text: wanted }, limit: SEARCH_LIMIT }),
  ]);
  const named = new Set(byId.map(({ id }) => id));
  return {
    campaigns: campaigns.items.map(({ id, name, archivedAt }) => ({ id, name, isArchived: archivedAt !== null })),
    operators,
    tasks: [...byId, ...byText.items.filter(({ id }) => !named.has(id)).map(toNamedTask)].slice(0, SEARCH_LIMIT),
  };
}

function hasOperatorPages({ role }: Viewer): boolean {
  return role === "admin" || role === "supervisor";
}

/** No more than is shown goes to the browser. */
function toNamedTask({ id, campaignName, operatorName, direction, status, number, startedAt }: NamedTask): NamedTask {
  return { id, campaignName, operatorName, direction, status, number, startedAt };
}
