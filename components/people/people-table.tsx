import { useTranslations } from "next-intl";
import { ForwardLinks } from "@/components/data-table/forward-links";
import { RowLink } from "@/components/data-table/row-link";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { UserListItem } from "@/lib/users/list-users";
import { PersonStateChip } from "./person-state-chip";

type PeopleTableProps = {
  people: UserListItem[];
  /** Who is looking. */
  ownId: string;
  path: string;
  /** Null where there is no such page. */
  firstHref: string | null;
  nextHref: string | null;
};

/** One page of people. On a phone each is a card. */
export function PeopleTable({ people, ownId, path, firstHref, nextHref }: PeopleTableProps) {
  const t = useTranslations("people");
  return (
    <>
      <table className="w-full table-fixed border-collapse text-[0.8125rem] max-md:block">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="max-md:sr-only">
          <tr className="border-b border-border text-muted [&>th]:h-9 [&>th]:px-2.5 [&>th]:text-start [&>th]:font-medium [&>th]:whitespace-nowrap [&>th]:first:ps-3 [&>th]:last:pe-3">
            <th scope="col" className="w-[16%]">
              {t("columns.name")}
            </th>
            <th scope="col" className="w-[17%]">
              {t("columns.email")}
            </th>
            <th scope="col" className="w-[11%]">
              {t("columns.role")}
            </th>
            <th scope="col" className="w-[15%] max-xl:hidden">
              {t("columns.campaigns")}
            </th>
            <th scope="col" className="w-[12%] max-[1429px]:hidden">
              {t("columns.operator")}
            </th>
            <th scope="col" className="w-[12%]">
              {t("columns.state")}
            </th>
            <th scope="col" className="w-[17%] max-lg:hidden">
              {t("columns.lastSignedIn")}
            </th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} isOwn={person.id === ownId} href={`${path}/${person.id}`} />
          ))}
        </tbody>
      </table>
      <ForwardLinks label={t("pages")} firstHref={firstHref} nextHref={nextHref} />
    </>
  );
}

function PersonRow({ person, isOwn, href }: { person: UserListItem; isOwn: boolean; href: string }) {
  const t = useTranslations("people");
  const tRoles = useTranslations("roles");
  const { name, email, role, operatorName, state, lastSignedInAt } = person;
  return (
    <tr className="relative border-b border-separator last:border-b-0 focus-within:bg-surface-secondary hover:bg-surface-secondary max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-2 max-md:px-3 max-md:py-2 md:[&>td]:h-9 md:[&>td]:px-2.5 md:[&>td]:py-1 md:[&>td]:first:ps-3 md:[&>td]:last:pe-3">
      <td className="max-md:min-w-0 max-md:flex-1">
        <RowLink href={href} className="block truncate font-medium">
          {name}
          {isOwn && <span className="font-normal text-muted"> ({t("you")})</span>}
        </RowLink>
      </td>
      <td className="truncate text-muted max-md:order-3 max-md:basis-full" title={email}>
        {email}
      </td>
      <td className="whitespace-nowrap max-md:order-4 max-md:text-xs">{tRoles(role)}</td>
      <td className="truncate max-xl:hidden">
        <Campaigns person={person} />
      </td>
      <td className="truncate max-[1429px]:hidden">{operatorName ?? <Nothing />}</td>
      <td className="max-md:order-2">
        <PersonStateChip state={state} />
      </td>
      <td className="whitespace-nowrap max-md:order-5 max-md:text-xs max-md:text-muted md:max-lg:hidden">
        {lastSignedInAt === null ? (
          <span className="text-muted">{t("neverSignedIn")}</span>
        ) : (
          <TimeWithZone value={lastSignedInAt} isBrief />
        )}
      </td>
    </tr>
  );
}

function Campaigns({ person: { role, campaignNames, campaignCount } }: { person: UserListItem }) {
  const t = useTranslations("people");
  if (role === "admin") return <span className="text-muted">{t("allCampaigns")}</span>;
  if (campaignCount === 0) return <span className="text-muted">{t("noCampaigns")}</span>;
  const names = campaignNames.join(", ");
  const hidden = campaignCount - campaignNames.length;
  return <span title={names}>{hidden > 0 ? t("moreCampaigns", { names, count: hidden }) : names}</span>;
}

function Nothing() {
  return (
    <span aria-hidden className="text-muted">
      —
    </span>
  );
}
