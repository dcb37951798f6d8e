"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState, useTransition } from "react";
import type { Candidate } from "@/lib/campaigns/members/find-candidates";

export type FindCandidates = (text: string) => Promise<Candidate[]>;

const loadSearch = () => import("./member-search");
const MemberSearch = lazy(async () => ({ default: (await loadSearch()).MemberSearch }));

type AddMemberProps = { find: FindCandidates; add: (userId: string) => Promise<void> };

/** Finds a person by name or e-mail and makes them a member. What opens is loaded as one reaches for it. */
export function AddMember({ find, add }: AddMemberProps) {
  const t = useTranslations("members");
  const [isWanted, setIsWanted] = useState(false);
  const [isPending, startAdding] = useTransition();
  const closed = (
    <button
      type="button"
      disabled={isPending}
      aria-busy={isPending}
      onPointerEnter={loadSearch}
      onFocus={loadSearch}
      onClick={() => setIsWanted(true)}
      className="button button--sm button--outline"
    >
      <UserPlus aria-hidden />
      {t("add")}
    </button>
  );
  if (!isWanted) return closed;
  return (
    <Suspense fallback={closed}>
      <MemberSearch
        find={find}
        onLeave={() => setIsWanted(false)}
        onChoose={(userId) => {
          setIsWanted(false);
          startAdding(() => add(userId));
        }}
      />
    </Suspense>
  );
}
