import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { ForwardLinks } from "@/components/data-table/forward-links";
import { AddMember } from "@/components/members/add-member";
import { MemberList } from "@/components/members/member-list";
import { ClientMessages } from "@/components/ui/client-messages";
import { Panel } from "@/components/ui/panel";
import { orNotFound } from "@/lib/auth/or-not-found";
import { listMembers } from "@/lib/campaigns/members/list-members";
import { requestedCampaign } from "../requested-campaign";
import { addMemberAction, findCandidatesAction, removeMemberAction } from "./actions";
import { loadMembersSearchParams, membersHref } from "./search-params";

type MembersPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export default async function MembersPage({ params, searchParams }: MembersPageProps) {
  const { viewer, campaign } = await requestedCampaign((await params).id);
  const { after } = await loadMembersSearchParams(searchParams);
  const [{ items, nextCursor, admins }, t] = await Promise.all([
    orNotFound(listMembers({ viewer, campaignId: campaign.id, cursor: after })),
    getTranslations("members"),
  ]);
  const path = `/dashboard/campaigns/${campaign.id}/members`;
  const isAdmin = viewer.role === "admin";
  return (
    <ClientMessages namespaces={["members", "roles"]}>
      <p className="mb-4 max-w-prose text-muted">{isAdmin ? t("explanation") : t("explanationOthers")}</p>
      <Panel
        title={t("list")}
        actions={isAdmin && <AddMember find={findCandidatesAction.bind(null, campaign.id)} add={addMemberAction.bind(null, campaign.id)} />}
      >
        <MemberList members={items} remove={isAdmin ? removeMemberAction.bind(null, campaign.id) : null} />
        <ForwardLinks
          label={t("pages")}
          firstHref={after === null ? null : path}
          nextHref={nextCursor === null ? null : membersHref(path, { after: nextCursor })}
        />
      </Panel>
      {admins !== null && (
        <p className="mt-4 text-xs text-muted wrap-anywhere">
          {t("admins")}: {admins.map(({ name }) => name).join(", ")}.
        </p>
      )}
    </ClientMessages>
  );
}
