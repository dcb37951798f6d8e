import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PersonAccess } from "@/components/people/person-access";
import { PersonForm } from "@/components/people/person-form";
import { PersonStateChip } from "@/components/people/person-state-chip";
import { ClientMessages } from "@/components/ui/client-messages";
import { Facts } from "@/components/ui/facts";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { listAssignableCampaigns } from "@/lib/users/list-assignable-campaigns";
import {
  createLinkAction,
  disablePersonAction,
  enablePersonAction,
  endSessionsAction,
  suggestLinkableOperators,
  takeBackLinkAction,
  updatePersonAction,
} from "../actions";
import { requestedPerson } from "./requested-person";

type PersonPageProps = { params: Promise<{ id: string }> };

const PATH = "/dashboard/settings/people";

export async function generateMetadata({ params }: PersonPageProps): Promise<Metadata> {
  return { title: (await requestedPerson((await params).id)).person.name };
}

export default async function PersonPage({ params }: PersonPageProps) {
  const { viewer, person } = await requestedPerson((await params).id);
  const { id, name, email, role, operatorId, operatorName, state, lastSignedInAt, createdAt } = person;
  const campaignIds = person.campaigns.map((campaign) => campaign.id);
  const [campaigns, t] = await Promise.all([listAssignableCampaigns({ actor: viewer, chosenIds: campaignIds }), getTranslations("people")]);
  const operator = operatorId === null || operatorName === null ? null : { id: operatorId, name: operatorName };
  const isOwn = id === viewer.userId;
  return (
    <ClientMessages namespaces={["people", "roles"]}>
      <PageHeader
        title={name}
        besideTitle={<PersonStateChip state={state} />}
        description={email}
        trail={[{ label: t("title"), href: PATH }]}
      />
      <div className="grid max-w-6xl items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Panel className="p-4">
          <PersonForm
            action={updatePersonAction.bind(null, id)}
            person={{ name, role, campaignIds, operator, isOwn }}
            campaigns={campaigns}
            suggestOperators={suggestLinkableOperators}
            peoplePath={PATH}
          />
        </Panel>
        <div className="flex flex-col gap-5">
          <Panel>
            <Facts
              facts={[
                {
                  label: t("columns.lastSignedIn"),
                  value: lastSignedInAt === null ? t("neverSignedIn") : <TimeWithZone value={lastSignedInAt} isBrief />,
                },
                { label: t("access.created"), value: <TimeWithZone value={createdAt} isBrief /> },
              ]}
            />
          </Panel>
          <PersonAccess
            key={state}
            person={person}
            isOwn={isOwn}
            actions={{
              createLink: createLinkAction.bind(null, id),
              takeBackLink: takeBackLinkAction.bind(null, id),
              endSessions: endSessionsAction.bind(null, id),
              disable: disablePersonAction.bind(null, id),
              enable: enablePersonAction.bind(null, id),
            }}
          />
        </div>
      </div>
    </ClientMessages>
  );
}
