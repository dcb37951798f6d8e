import type { Viewer } from "@/lib/auth/viewer";
import type { ScorecardState } from "./get-scorecard";
import { getVersionContent } from "./get-version-content";
import type { ScorecardContent } from "./scorecard-content";

type GetHeadContentInput = { viewer: Viewer; campaignId: number; state: ScorecardState };

/** What a viewer has before them of a campaign's scorecard: the draft, else the latest version; null where there is neither. */
export async function getHeadContent({
  viewer,
  campaignId,
  state: { draftSavedAt, versions },
}: GetHeadContentInput): Promise<ScorecardContent | null> {
  const version = draftSavedAt === null ? versions[0]?.number : "draft";
  return version === undefined ? null : getVersionContent({ viewer, campaignId, version });
}
