import { LogOut, Undo2, UserRoundCheck, UserRoundX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { UserDetail } from "@/lib/users/get-user";
import { ConfirmedAction, type PersonActionState } from "./confirmed-action";
import { NewLink, type NewLinkState } from "./new-link";

export type PersonAccessActions = {
  createLink: () => Promise<NewLinkState>;
  takeBackLink: () => Promise<PersonActionState>;
  endSessions: () => Promise<PersonActionState>;
  disable: () => Promise<PersonActionState>;
  enable: () => Promise<PersonActionState>;
};

type PersonAccessProps = { person: UserDetail; isOwn: boolean; actions: PersonAccessActions };

/** How a person comes in, and what can be done about it now. */
export function PersonAccess({ person, isOwn, actions }: PersonAccessProps) {
  const t = useTranslations("people.access");
  const { name, state, openLink } = person;
  if (state === "disabled")
    return (
      <Panel title={t("title")}>
        <Row help={t("enableHelp")}>
          <ConfirmedAction label={t("enable")} icon={<UserRoundCheck aria-hidden />} act={actions.enable} />
        </Row>
      </Panel>
    );
  return (
    <Panel title={t("title")}>
      <Row help={state === "invited" ? t("newInvitationHelp") : t("resetHelp")}>
        {openLink ? (
          <p className="w-full">
            {openLink.purpose === "invitation" ? t("openInvitation") : t("openReset")} <TimeWithZone value={openLink.expiresAt} isBrief />
          </p>
        ) : (
          state === "invited" && <p className="w-full text-warning-soft-foreground">{t("noInvitation")}</p>
        )}
        <NewLink name={name} isInvited={state === "invited"} create={actions.createLink} />
        {openLink && <ConfirmedAction label={t("takeBack")} icon={<Undo2 aria-hidden />} act={actions.takeBackLink} />}
      </Row>
      {state === "active" && (
        <Row help={t("endSessionsHelp")}>
          <ConfirmedAction
            label={t("endSessions")}
            icon={<LogOut aria-hidden />}
            question={{ title: t("endSessionsConfirm", { name }), description: t("endSessionsHelp") }}
            doneLabel={t("endSessionsDone")}
            act={actions.endSessions}
          />
        </Row>
      )}
      <Row help={isOwn ? t("disableOwn") : t("disableHelp")}>
        {!isOwn && (
          <ConfirmedAction
            label={t("disable")}
            icon={<UserRoundX aria-hidden />}
            question={{ title: t("disableConfirm", { name }), description: t("disableConfirmDescription") }}
            isDanger
            act={actions.disable}
          />
        )}
      </Row>
    </Panel>
  );
}

function Row({ help, children }: { help: string; children: ReactNode }) {
  return (
    <div className="border-b border-separator px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">{children}</div>
      <p className="mt-1.5 text-xs text-muted first:mt-0">{help}</p>
    </div>
  );
}
