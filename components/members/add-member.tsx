"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useTransition } from "react";
import { useSearchField } from "@/components/ui/use-search-field";
import type { Candidate } from "@/lib/campaigns/members/find-candidates";

export type FindCandidates = (text: string) => Promise<Candidate[]>;

const loadSearch = () => import("./member-search");
const MemberSearch = lazy(async () => ({ default: (await loadSearch()).MemberSearch }));

type AddMemberProps = { find: FindCandidates; add: (userId: string) => Promise<void> };

/** Finds a person by name or e-mail and makes them a member. What opens is loaded as one reaches for it. */
export function AddMember({ find, add }: AddMemberProps) {
  const t = useTranslations("members");
  const search = useSearchField();
  const [isPending, startAdding] = useTransition();
  const closed = (
    <button
      ref={search.button}
      type="button"
      aria-disabled={isPending}
      aria-busy={isPending}
      onPointerEnter={loadSearch}
      onFocus={loadSearch}
      onClick={() => !isPending && search.open()}
      className="button button--sm button--outline"
    >
      <UserPlus aria-hidden />
      {t("add")}
    </button>
  );
  if (!search.isOpen) return closed;
  return (
    <Suspense fallback={closed}>
      <MemberSearch
        find={find}
        onLeave={search.leave}
        onCancel={search.goBack}
        onChoose={(userId) => {
          search.goBack();
          startAdding(() => add(userId));
        }}
      />
    </Suspense>
  );
}
