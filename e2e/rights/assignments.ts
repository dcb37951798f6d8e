import { change, form, type Given, MEMBER_SUPERVISORS, page, type Rights, read, STAFF, SUPERVISORS } from "./rights";

const ASSIGNMENTS = "app/dashboard/assignments/actions.ts";
const DAY = "2026-11-20";

/** Samples of calls, and the queues that they are put into. */
export const assignments: Rights = {
  pages: {
    "/dashboard/assignments": page("/dashboard/assignments", STAFF),
    "/dashboard/assignments/new": page("/dashboard/assignments/new", SUPERVISORS),
    "/dashboard/assignments/[id]": page(async (given) => `/dashboard/assignments/${await makeSample(given)}`, MEMBER_SUPERVISORS),
    // Nobody of those who come has a queue: it leads back to where it would be.
    "/dashboard/assignments/next": {
      ...page("/dashboard/assignments/next", []),
      leadsTo: (visitor) => (STAFF.includes(visitor) ? "/dashboard/assignments" : null),
    },
  },
  actions: {
    [`${ASSIGNMENTS}#createSampleAction`]: change(async (given) => {
      await makeDrawable(given);
      return [given.campaignId, null, sampleForm(given)];
    }, MEMBER_SUPERVISORS),
    [`${ASSIGNMENTS}#previewSampleAction`]: read(({ campaignId, ...given }) => [campaignId, sampleForm(given)], MEMBER_SUPERVISORS),
    [`${ASSIGNMENTS}#deleteSampleAction`]: change(async (given) => [await makeSample(given)], MEMBER_SUPERVISORS),
    [`${ASSIGNMENTS}#verifySampleAction`]: read(async (given) => [await makeSample(given)], MEMBER_SUPERVISORS),
    [`${ASSIGNMENTS}#moveAssignmentAction`]: change(
      async (given) => [await makeAssignment(given, given.personId), given.visitorIds.auditor],
      MEMBER_SUPERVISORS,
    ),
    // A call is skipped by whose it is, whatever else they are.
    [`${ASSIGNMENTS}#skipAssignmentAction`]: change(
      async (given) => [await makeAssignment(given, given.visitorIds.auditor), given.taskId, "Bad sound"],
      ["auditor"],
    ),
  },
};

function sampleForm({ visitorIds }: Pick<Given, "visitorIds">): FormData {
  const days = { startsOn: DAY, endsOn: DAY };
  return form({ name: "Sample", kind: "quality", stratification: "operator", seed: "s", ...days, [`quota.${visitorIds.auditor}`]: 1 });
}

async function makeSample({ campaignId, mark, database }: Given): Promise<string> {
  const [sample] = await database<{ id: string }[]>`
    insert into samples (id, campaign_id, kind, name, starts_on, ends_on, stratification, seed, population_count, drawn_count, quotas)
    values (gen_random_uuid(), ${campaignId}, 'quality', ${`Sample ${mark}`}, ${DAY}, ${DAY}, 'operator', 's', 1, 1, '[]') returning id`;
  return sample?.id ?? "";
}

/** The one call, in somebody's queue. */
async function makeAssignment(given: Given, auditorId: string): Promise<string> {
  const sampleId = await makeSample(given);
  const [assignment] = await given.database<{ id: string }[]>`
    insert into assignments (id, sample_id, task_id, kind, auditor_id, position)
    values (gen_random_uuid(), ${sampleId}, ${given.taskId}, 'quality', ${auditorId}, 0) returning id`;
  return assignment?.id ?? "";
}

/** A scorecard to audit by, and a transcript of the one call. */
async function makeDrawable({ campaignId, taskId, recordingId, database }: Given): Promise<void> {
  await database`
    with card as (insert into scorecards (id, campaign_id) values (gen_random_uuid(), ${campaignId}) returning id)
    insert into scorecard_versions (id, scorecard_id, number, published_at) select gen_random_uuid(), id, 1, now() from card`;
  await database`
    insert into transcripts (task_id, recording_id, transcriber, model, language, duration_seconds, lane_reason, word_times, speakers, measures)
    values (${taskId}, ${recordingId}, 'local', 'test', 'es', 60, 'mono', 'none', '[]', '{}')`;
}
