import { change, type Given, LISTENERS, MEMBER_SUPERVISORS, page, type Rights, read, route, SIGNED_IN } from "./rights";

/** Tasks, calls and their recordings. */
export const calls: Rights = {
  pages: {
    "/dashboard": page("/dashboard", SIGNED_IN),
    "/dashboard/tasks": page("/dashboard/tasks", SIGNED_IN),
    "/dashboard/tasks/[id]": page(({ taskId }) => `/dashboard/tasks/${taskId}`, LISTENERS),
    "/dashboard/calls": page("/dashboard/calls", SIGNED_IN),
    "/dashboard/calls/[id]": page(({ callId }) => `/dashboard/calls/${callId}`, LISTENERS),
  },
  routes: {
    "GET /api/recordings/[id]": route(({ recordingId }) => `/api/recordings/${recordingId}`, LISTENERS),
    "HEAD /api/recordings/[id]": route(({ recordingId }) => `/api/recordings/${recordingId}`, LISTENERS),
    "GET /api/recordings/[id]/peaks": route(({ recordingId }) => `/api/recordings/${recordingId}/peaks`, LISTENERS),
  },
  actions: {
    "app/dashboard/tasks/actions.ts#suggestOperators": read(({ mark }) => [mark], LISTENERS, "nothing"),
    "app/dashboard/actions.ts#retryRecording": change(unavailableCall, MEMBER_SUPERVISORS),
    "app/dashboard/calls/actions.ts#retryRecordingOfPage": change(unavailableCall, MEMBER_SUPERVISORS),
  },
};

async function unavailableCall({ callId, database }: Given): Promise<unknown[]> {
  await database`update calls set recording_status = 'unavailable', recording_failure = 'It never came.' where id = ${callId}`;
  return [callId];
}
