import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PersonForm } from "@/components/people/person-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { listAssignableCampaigns } from "@/lib/users/list-assignable-campaigns";
import { invitePersonAction, suggestLinkableOperators } from "../actions";

const PATH = "/dashboard/settings/people";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("invite") };
}

export default async function InvitePersonPage() {
  const actor = await requireViewer();
  const [campaigns, t] = await Promise.all([orNotFound(listAssignableCampaigns({ actor })), getTranslations("people")]);
  return (
    <ClientMessages namespaces={["people", "roles"]}>
      <PageHeader title={t("invite")} description={t("inviteDescription")} trail={[{ label: t("title"), href: PATH }]} />
      <Panel className="max-w-2xl p-4">
        <PersonForm
          action={invitePersonAction}
          person={null}
          campaigns={campaigns}
          suggestOperators={suggestLinkableOperators}
          peoplePath={PATH}
        />
      </Panel>
    </ClientMessages>
  );
}
