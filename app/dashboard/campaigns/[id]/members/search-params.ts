import { createLoader, createSerializer, parseAsString } from "nuqs/server";

const membersSearchParams = { after: parseAsString };

export const loadMembersSearchParams = createLoader(membersSearchParams);
export const membersHref = createSerializer(membersSearchParams);
