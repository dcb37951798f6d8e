"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SuggestionBox } from "@/components/ui/suggestion-box";
import { useSuggestions } from "@/components/ui/use-suggestions";
import type { FindCandidates } from "./add-member";

type MemberSearchProps = { find: FindCandidates; onChoose: (userId: string) => void; onLeave: () => void; onCancel: () => void };

/** Finds a person by part of the name or e-mail, asking the server as one types. */
export function MemberSearch({ find, onChoose, onLeave, onCancel }: MemberSearchProps) {
  const t = useTranslations("members");
  const tRoles = useTranslations("roles");
  const [text, setText] = useState("");
  const found = useSuggestions(text, find);
  return (
    <SuggestionBox
      label={t("search")}
      placeholder={t("search")}
      noneFound={t("nobodyFound")}
      text={text}
      onType={setText}
      items={found?.map((candidate) => ({ id: candidate.userId, ...candidate }))}
      onChoose={({ id }) => onChoose(id)}
      onLeave={onLeave}
      onCancel={onCancel}
      className="h-8 w-full sm:w-64"
    >
      {({ name, email, role }) => (
        <span className="min-w-0">
          <span className="block truncate">{name}</span>
          <span className="block truncate text-xs text-muted">
            {tRoles(role)} · {email}
          </span>
        </span>
      )}
    </SuggestionBox>
  );
}
