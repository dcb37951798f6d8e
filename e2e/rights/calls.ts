import { change, type Given, LISTENERS, MEMBER_SUPERVISORS, page, type Rights, route, SIGNED_IN } from "./rights";

/** Calls and their recordings. */
export const calls: Rights = {
  pages: {
    "/dashboard/calls": page("/dashboard/calls", SIGNED_IN),
    "/dashboard/calls/[id]": page(({ callId }) => `/dashboard/calls/${callId}`, LISTENERS),
  },
  routes: {
    "GET /api/recordings/[id]": route(({ recordingId }) => `/api/recordings/${recordingId}`, LISTENERS),
    "HEAD /api/recordings/[id]": route(({ recordingId }) => `/api/recordings/${recordingId}`, LISTENERS),
    "GET /api/recordings/[id]/peaks": route(({ recordingId }) => `/api/recordings/${recordingId}/peaks`, LISTENERS),
  },
  actions: {
    "app/dashboard/actions.ts#retryRecording": change(unavailableCall, MEMBER_SUPERVISORS),
    "app/dashboard/calls/actions.ts#retryRecordingOfPage": change(unavailableCall, MEMBER_SUPERVISORS),
  },
};

async function unavailableCall({ callId, database }: Given): Promise<unknown[]> {
  await database`update calls set recording_status = 'unavailable', recording_failure = 'It never came.' where id = ${callId}`;
  return [callId];
}
