import { UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusChip } from "@/components/ui/status-chip";
import type { CampaignMember } from "@/lib/campaigns/members/list-members";
import { RemoveMember } from "./remove-member";

type MemberListProps = {
  members: CampaignMember[];
  /** Null for those who may only look. */
  remove: ((userId: string) => Promise<void>) | null;
};

/** Who belongs to a campaign. On a phone the e-mail and the role stand below the name. */
export function MemberList({ members, remove }: MemberListProps) {
  const t = useTranslations("members");
  const tRoles = useTranslations("roles");
  if (members.length === 0)
    return (
      <EmptyState icon={UserX} title={t("empty.title")} description={remove ? t("empty.description") : t("empty.descriptionOthers")} />
    );
  return (
    <table className="w-full text-start">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr className="border-b border-separator text-xs text-muted [&>th]:px-4 [&>th]:py-2 [&>th]:text-start [&>th]:font-medium">
          <th scope="col">{t("columns.name")}</th>
          <th scope="col" className="max-md:hidden">
            {t("columns.email")}
          </th>
          <th scope="col" className="max-md:hidden">
            {t("columns.role")}
          </th>
          {remove && (
            <th scope="col" className="w-px">
              <span className="sr-only">{t("columns.actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {members.map(({ userId, name, email, role, isDisabled }) => (
          <tr
            key={userId}
            className="border-b border-separator align-middle last:border-b-0 hover:bg-surface-secondary [&>td]:h-9 [&>td]:px-4 [&>td]:py-0.5"
          >
            <td className="wrap-anywhere">
              <span className="me-2 font-medium">{name}</span>
              {isDisabled && <StatusChip tone="default">{t("disabled")}</StatusChip>}
              <span className="block text-xs text-muted md:hidden">
                {tRoles(role)} · {email}
              </span>
            </td>
            <td className="wrap-anywhere text-muted max-md:hidden">{email}</td>
            <td className="max-md:hidden">{tRoles(role)}</td>
            {remove && (
              <td>
                <RemoveMember name={name} remove={remove.bind(null, userId)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
