import type { Role } from "@/db/enums";

export type NavigationIcon =
  | "overview"
  | "tasks"
  | "audits"
  | "disputes"
  | "assignments"
  | "reports"
  | "operators"
  | "campaigns"
  | "reception"
  | "people"
  | "speech"
  | "apiKeys"
  | "auditLog";
/** What waits in a section, by its name. */
export type NavigationCounts = Partial<Record<NavigationIcon, number>>;
export type NavigationItem = { href: string; label: NavigationIcon; roles: readonly Role[] };
export type NavigationGroup = { title: "settings" | null; items: NavigationItem[] };

const EVERYBODY: readonly Role[] = ["admin", "supervisor", "auditor", "agent"];

const NAVIGATION: NavigationGroup[] = [
  {
    title: null,
    items: [
      { href: "/dashboard", label: "overview", roles: EVERYBODY },
      { href: "/dashboard/tasks", label: "tasks", roles: EVERYBODY },
      { href: "/dashboard/audits", label: "audits", roles: EVERYBODY },
      { href: "/dashboard/disputes", label: "disputes", roles: ["admin", "supervisor"] },
      { href: "/dashboard/assignments", label: "assignments", roles: ["admin", "supervisor", "auditor"] },
      { href: "/dashboard/reports", label: "reports", roles: EVERYBODY },
      { href: "/dashboard/operators", label: "operators", roles: ["admin", "supervisor"] },
      { href: "/dashboard/campaigns", label: "campaigns", roles: ["admin", "supervisor", "auditor"] },
      { href: "/dashboard/reception", label: "reception", roles: ["admin"] },
    ],
  },
  {
    title: "settings",
    items: [
      { href: "/dashboard/settings/people", label: "people", roles: ["admin"] },
      { href: "/dashboard/settings/speech", label: "speech", roles: ["admin"] },
      { href: "/dashboard/settings/api-keys", label: "apiKeys", roles: ["admin"] },
      { href: "/dashboard/settings/audit-log", label: "auditLog", roles: ["admin"] },
    ],
  },
];

/** The sections that a role may open. What it may do there is decided where data is read and written. */
export function navigationFor(role: Role): NavigationGroup[] {
  return NAVIGATION.map(({ title, items }) => ({ title, items: items.filter((item) => item.roles.includes(role)) })).filter(
    ({ items }) => items.length > 0,
  );
}
