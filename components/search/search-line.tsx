"use client";

import {
  AudioLines,
  ChartColumn,
  CircleUserRound,
  ClipboardCheck,
  Dices,
  Headset,
  Inbox,
  KeyRound,
  LayoutDashboard,
  ListChecks,
  ListTodo,
  type LucideIcon,
  Megaphone,
  MessageSquareWarning,
  PhoneIncoming,
  PhoneMissed,
  PhoneOutgoing,
  Plus,
  ScrollText,
  Users,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TaskStatusChip } from "@/components/ui/status-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { PageName, SearchOption } from "./search-options";

type SearchLineProps = { id: string; option: SearchOption; isActive: boolean; isStale: boolean; onPoint: () => void; onLeave: () => void };

/** One line of the search. A link, so that it can be opened in another tab; the focus stays in the field. */
export function SearchLine({ id, option, isActive, isStale, onPoint, onLeave }: SearchLineProps) {
  const Icon = iconOf(option);
  return (
    <Link
      id={id}
      role="option"
      aria-selected={isActive}
      href={option.href}
      prefetch={false}
      tabIndex={-1}
      onClick={(event) => !(event.ctrlKey || event.metaKey || event.shiftKey) && onLeave()}
      onPointerMove={onPoint}
      className={`flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 py-1 aria-selected:bg-default ${isStale ? "opacity-60" : ""}`}
    >
      <Icon aria-hidden className={`size-4 shrink-0 ${isActive ? "text-accent" : "text-muted"}`} />
      <OptionText option={option} />
    </Link>
  );
}

function OptionText({ option }: { option: SearchOption }) {
  const t = useTranslations("search");
  switch (option.kind) {
    case "tasks":
      return (
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 sm:flex-nowrap">
          <span className="min-w-0 flex-1 truncate font-medium tabular-nums sm:max-w-[19ch] sm:flex-none">{option.title}</span>
          <span className="order-last min-w-0 basis-full truncate text-xs text-muted sm:order-none sm:flex-1 sm:basis-0">
            {option.detail}
          </span>
          <span className="shrink-0 text-xs text-muted">
            <TimeWithZone value={option.startedAt} isShort />
          </span>
          <TaskStatusChip status={option.status} isSignOnly />
        </span>
      );
    case "campaigns":
      return (
        <>
          <span className="min-w-0 flex-1 truncate font-medium">{option.title}</span>
          {option.isArchived && <span className="text-xs text-muted">{t("archived")}</span>}
          <span className="text-xs text-muted tabular-nums">{option.number}</span>
        </>
      );
    default:
      return <span className="min-w-0 flex-1 truncate font-medium">{option.title}</span>;
  }
}

function iconOf(option: SearchOption): LucideIcon {
  if (option.kind === "pages") return PAGE_ICONS[option.page];
  if (option.kind === "campaigns") return Megaphone;
  if (option.kind === "operators") return Headset;
  return option.direction === "inbound" ? PhoneIncoming : PhoneOutgoing;
}

const PAGE_ICONS: Record<PageName, LucideIcon> = {
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
  account: CircleUserRound,
  jobs: ListTodo,
  missingCalls: PhoneMissed,
  newCampaign: Plus,
};
