import { ADMIN, change, form, type Given, page, publicRoute, type Rights, read, route } from "./rights";

const RECEPTION = "app/dashboard/reception/actions.ts";

/** What arrives, and taking it in once more. */
export const reception: Rights = {
  pages: {
    "/dashboard/reception": page("/dashboard/reception", ADMIN),
    "/dashboard/reception/[id]": page(({ deliveryId }) => `/dashboard/reception/${deliveryId}`, ADMIN),
    "/dashboard/reception/[id]/fix": page(({ deliveryId }) => `/dashboard/reception/${deliveryId}/fix`, ADMIN),
    "/dashboard/reception/replay": page("/dashboard/reception/replay", ADMIN),
    "/dashboard/reception/unauthorized": page("/dashboard/reception/unauthorized", ADMIN),
  },
  routes: {
    "GET /api/deliveries/[id]/body": route(({ deliveryId }) => `/api/deliveries/${deliveryId}/body`, ADMIN),
    // A token that we did not make is the same for everybody.
    "GET /api/sample-recordings/[token]": publicRoute("/api/sample-recordings/unknown", 404),
  },
  actions: {
    [`${RECEPTION}#replayDeliveryAction`]: change(({ deliveryId }) => [deliveryId, null, form({})], ADMIN),
    [`${RECEPTION}#replayCorrectedAction`]: change(({ deliveryId }) => [deliveryId, null, form({ body: "{}" })], ADMIN),
    [`${RECEPTION}#checkCorrectedAction`]: read(({ deliveryId }) => [deliveryId, "{}"], ADMIN),
    [`${RECEPTION}#requestReplayAction`]: change(refusedDeliveries, ADMIN),
  },
};

async function refusedDeliveries({ campaignId, deliveryId, database }: Given): Promise<unknown[]> {
  await database`update deliveries set verdict = 'refused', reason = 'unreadable' where id = ${deliveryId}`;
  const everything = { reasons: [], sources: [], apiKeyIds: [], receivedFrom: null, text: "", toCampaignId: null };
  return [{ ...everything, campaignIds: [campaignId] }, null];
}
