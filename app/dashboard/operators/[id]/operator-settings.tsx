import { getTranslations } from "next-intl/server";
import { OperatorAccount } from "@/components/operators/operator-account";
import { OperatorAliases } from "@/components/operators/operator-aliases";
import { OperatorNameForm } from "@/components/operators/operator-name-form";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { Viewer } from "@/lib/auth/viewer";
import type { OperatorDetails } from "@/lib/operators/get-operator";
import { listLinkableUsers } from "@/lib/operators/list-linkable-users";
import { addAliasAction, linkUserAction, removeAliasAction, renameOperatorAction } from "../actions";

/** Name, aliases and account of an operator: to be changed by those who may, else to be read. */
export async function OperatorSettings({ viewer, operator }: { viewer: Viewer; operator: OperatorDetails }) {
  const t = await getTranslations("operators");
  const { id, name, aliases, user } = operator;
  const canChange = operator.canEdit && !operator.mergedInto;
  const account = user && `${user.name} · ${user.email}`;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {canChange && (
        <Panel title={t("form.name")}>
          <OperatorNameForm action={renameOperatorAction.bind(null, id)} operator={{ id, name }} />
        </Panel>
      )}
      <Panel title={t("aliases.title")}>
        <OperatorAliases
          operatorId={id}
          aliases={aliases}
          actions={canChange ? { add: addAliasAction.bind(null, id), remove: removeAliasAction.bind(null, id) } : null}
        />
      </Panel>
      {canChange && (
        <Panel title={t("account.title")}>
          <OperatorAccount action={linkUserAction.bind(null, id)} user={user} users={await listLinkableUsers({ viewer, operatorId: id })} />
        </Panel>
      )}
      <Panel title={t("page.details")}>
        <Facts
          facts={[
            { label: t("page.origin"), value: t(`origins.${operator.origin}`) },
            { label: t("page.created"), value: <TimeWithZone value={operator.createdAt} isBrief /> },
            ...(canChange ? [] : [{ label: t("account.title"), value: account }]),
          ]}
        />
      </Panel>
    </div>
  );
}
