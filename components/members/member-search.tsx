"use client";

import { ComboBox } from "@heroui/react/combo-box";
import { Input } from "@heroui/react/input";
import { ListBox } from "@heroui/react/list-box";
import { ListBoxItem } from "@heroui/react/list-box-item";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Candidate } from "@/lib/campaigns/members/find-candidates";
import type { FindCandidates } from "./add-member";

const TYPING_MS = 200;

type MemberSearchProps = { find: FindCandidates; onChoose: (userId: string) => void; onLeave: () => void };

/** Finds a person by part of the name or e-mail, asking the server as one types. */
export function MemberSearch({ find, onChoose, onLeave }: MemberSearchProps) {
  const t = useTranslations("members");
  const tRoles = useTranslations("roles");
  const [text, setText] = useState("");
  const found = useCandidates(text, find);
  return (
    <ComboBox
      aria-label={t("search")}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(id) => id !== null && onChoose(String(id))}
      onBlur={onLeave}
      items={found.map((candidate) => ({ id: candidate.userId, ...candidate }))}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus
      // The server has narrowed them down.
      defaultFilter={() => true}
    >
      <ComboBox.InputGroup>
        <Input placeholder={t("search")} className="h-8 w-full sm:w-64" />
        <ComboBox.Trigger />
      </ComboBox.InputGroup>
      <ComboBox.Popover>
        <ListBox<Candidate & { id: string }> renderEmptyState={() => <p className="px-3 py-2 text-muted">{t("nobodyFound")}</p>}>
          {({ id, name, email, role }) => (
            <ListBoxItem id={id} textValue={name}>
              <span className="min-w-0">
                <span className="block truncate">{name}</span>
                <span className="block truncate text-xs text-muted">
                  {tRoles(role)} · {email}
                </span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </ComboBox.Popover>
    </ComboBox>
  );
}

function useCandidates(text: string, find: FindCandidates): Candidate[] {
  const [found, setFound] = useState<Candidate[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => find(text).then((candidates) => isCurrent && setFound(candidates)), text === "" ? 0 : TYPING_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, find]);
  return found;
}
