import type { Direction, Role, TaskStatus } from "@/db/enums";
import { operatorMatchKey } from "@/lib/operators/operator-match-key";
import type { SearchResults } from "@/lib/search/search-everything";
import { type NavigationIcon, navigationFor } from "../layout/navigation";

export type PageName = NavigationIcon | "account" | "jobs" | "missingCalls" | "newCampaign";

type Place = { href: string; title: string };
/** A line of what was found, and where it leads. */
export type SearchOption = Place &
  (
    | { kind: "pages"; page: PageName }
    | { kind: "campaigns"; number: string; isArchived: boolean }
    | { kind: "operators" }
    | { kind: "tasks"; detail: string; direction: Direction; status: TaskStatus; startedAt: Date }
  );

/** What stands where a name is missing, and how pages are called. */
export type SearchWords = { page: (page: PageName) => string; hiddenNumber: string; unknownOperator: string };

type SearchOptionsInput = { role: Role; text: string; results: SearchResults | null; words: SearchWords };

/** All that was found, in the order of the screen: pages at once, the rest as the server has answered. Kinds stay together. */
export function searchOptions({ role, text, results, words }: SearchOptionsInput): SearchOption[] {
  return [...pagesOf({ role, text, words }), ...(results ? foundOptions(results, words) : [])];
}

/** The pages that the role may open whose name contains the text, whatever its case and accents. */
function pagesOf({ role, text, words }: Omit<SearchOptionsInput, "results">): SearchOption[] {
  const wanted = operatorMatchKey(text);
  const pages: { href: string; page: PageName }[] = [
    ...navigationFor(role).flatMap(({ items }) => items.map(({ href, label }) => ({ href, page: label }))),
    { href: "/dashboard/calls", page: "missingCalls" },
    { href: "/dashboard/jobs", page: "jobs" },
    { href: "/dashboard/account", page: "account" },
  ];
  if (role === "admin") pages.push({ href: "/dashboard/campaigns/new", page: "newCampaign" });
  return pages
    .map(({ href, page }) => ({ kind: "pages" as const, href, page, title: words.page(page) }))
    .filter(({ title }) => operatorMatchKey(title).includes(wanted));
}

function foundOptions({ campaigns, operators, tasks }: SearchResults, words: SearchWords): SearchOption[] {
  return [
    ...campaigns.map(({ id, name, isArchived }) => ({
      kind: "campaigns" as const,
      href: `/dashboard/campaigns/${id}`,
      title: name,
      number: `#${id}`,
      isArchived,
    })),
    ...operators.map(({ id, name }) => ({ kind: "operators" as const, href: `/dashboard/operators/${id}`, title: name })),
    ...tasks.map(({ id, number, operatorName, campaignName, direction, status, startedAt }) => ({
      kind: "tasks" as const,
      href: `/dashboard/tasks/${id}`,
      title: number.trim() || words.hiddenNumber,
      detail: `${operatorName ?? words.unknownOperator} · ${campaignName}`,
      direction,
      status,
      startedAt,
    })),
  ];
}
