import { mkdir } from "node:fs/promises";
import path from "node:path";
import { ADMIN, change, form, type Given, page, type Rights, read, route } from "./rights";

const PEOPLE = "app/dashboard/settings/people/actions.ts";
const SPEECH = "app/dashboard/settings/speech/actions.ts";
const API_KEYS = "app/dashboard/settings/api-keys/actions.ts";

/** What admins look after. */
export const settings: Rights = {
  pages: {
    "/dashboard/settings/api-keys": page("/dashboard/settings/api-keys", ADMIN),
    "/dashboard/settings/people": page("/dashboard/settings/people", ADMIN),
    "/dashboard/settings/people/new": page("/dashboard/settings/people/new", ADMIN),
    "/dashboard/settings/people/[id]": page(({ personId }) => `/dashboard/settings/people/${personId}`, ADMIN),
    "/dashboard/settings/speech": page("/dashboard/settings/speech", ADMIN),
    "/dashboard/settings/audit-log": page("/dashboard/settings/audit-log", ADMIN),
  },
  routes: {
    "GET /dashboard/settings/audit-log/export": route("/dashboard/settings/audit-log/export", ADMIN),
  },
  actions: {
    [`${API_KEYS}#createApiKeyAction`]: change(({ mark }) => [null, form({ name: `${mark} new`, expiresOn: "" })], ADMIN),
    [`${API_KEYS}#revokeApiKeyAction`]: change(({ apiKeyId }) => [apiKeyId], ADMIN),
    [`${API_KEYS}#rotateApiKeyAction`]: change(({ apiKeyId }) => [apiKeyId, null, form({ overlapHours: 1 })], ADMIN),
    // A licence that was not accepted: nothing is fetched, and the page says so.
    [`${SPEECH}#addPackAction`]: read(() => ["es", false], ADMIN),
    [`${SPEECH}#removePackAction`]: change(async () => {
      await mkdir(path.join(process.env.DATA_DIR ?? "", "models", "vad"), { recursive: true });
      return ["vad"];
    }, ADMIN),
    [`${PEOPLE}#invitePersonAction`]: change(
      ({ mark, campaignId }) => [
        null,
        form({ name: `${mark} new`, email: `${mark}-new@example.com`, role: "auditor", campaign: campaignId }),
      ],
      ADMIN,
    ),
    [`${PEOPLE}#updatePersonAction`]: change(({ personId }) => [personId, null, form({ name: "Renamed", role: "admin" })], ADMIN),
    [`${PEOPLE}#createLinkAction`]: change(({ personId }) => [personId], ADMIN),
    [`${PEOPLE}#takeBackLinkAction`]: change(async (given) => [await withLink(given)], ADMIN),
    [`${PEOPLE}#endSessionsAction`]: change(({ personId }) => [personId], ADMIN),
    [`${PEOPLE}#disablePersonAction`]: change(({ personId }) => [personId], ADMIN),
    [`${PEOPLE}#enablePersonAction`]: change(async ({ personId, database }) => {
      await database`update users set disabled_at = now() where id = ${personId}`;
      return [personId];
    }, ADMIN),
    [`${PEOPLE}#suggestLinkableOperators`]: read(({ mark }) => [mark], ADMIN),
    "app/dashboard/settings/audit-log/actions.ts#verifySliceAction": read(() => [0], ADMIN),
  },
};

async function withLink({ personId, database, mark }: Given): Promise<string> {
  await database`
    insert into user_links (id, user_id, purpose, secret_sha256, expires_at)
    values (gen_random_uuid(), ${personId}, 'password_reset', sha256(${mark}::bytea), now() + interval '1 hour')`;
  return personId;
}
