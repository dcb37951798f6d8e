import {
  AudioLines,
  ChartColumn,
  ClipboardCheck,
  Dices,
  Headset,
  Inbox,
  KeyRound,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  Megaphone,
  MessageSquareWarning,
  ScrollText,
  Users,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { Role } from "@/db/enums";
import { NavLink } from "./nav-link";
import { type NavigationCounts, type NavigationIcon, navigationFor } from "./navigation";

const ICONS: Record<NavigationIcon, LucideIcon> = {
  overview: LayoutDashboard,
  tasks: ListChecks,
  audits: ClipboardCheck,
  disputes: MessageSquareWarning,
  assignments: Dices,
  reports: ChartColumn,
  operators: Headset,
  campaigns: Megaphone,
  reception: Inbox,
  people: Users,
  speech: AudioLines,
  apiKeys: KeyRound,
  auditLog: ScrollText,
};

/** The sections that a role may open, one link each, with how much waits there. */
export function NavigationList({ role, counts }: { role: Role; counts: NavigationCounts }) {
  const t = useTranslations("nav");
  return (
    <nav aria-label={t("label")} className="flex flex-col gap-5">
      {navigationFor(role).map(({ title, items }) => (
        <div key={title ?? "main"}>
          {title && <h2 className="mb-1 px-2.5 text-xs font-semibold text-muted">{t(title)}</h2>}
          <ul className="flex flex-col gap-0.5">
            {items.map(({ href, label }) => {
              const Icon = ICONS[label];
              return (
                <li key={href}>
                  <NavLink href={href} icon={<Icon aria-hidden />}>
                    {t(label)}
                    <Waiting count={counts[label] ?? 0} />
                  </NavLink>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Waiting({ count }: { count: number }) {
  const t = useTranslations("nav");
  if (count === 0) return null;
  return (
    <span className="ms-auto rounded-full bg-accent-soft px-1.5 text-xs font-semibold text-accent-soft-foreground tabular-nums">
      <span aria-hidden>{count}</span>
      <span className="sr-only">{t("waiting", { count })}</span>
    </span>
  );
}
