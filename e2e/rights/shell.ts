import { change, form, type Given, LISTENERS, MEMBER_SUPERVISORS, page, type Rights, read, route, SIGNED_IN, SUPERVISORS } from "./rights";

const SAVED_VIEWS = "app/dashboard/saved-views/actions.ts";

/** What is at hand everywhere: the overview, the search, alarms, the jobs that one ordered and the views that one saved. */
export const shell: Rights = {
  pages: {
    "/dashboard": page("/dashboard", SIGNED_IN),
    "/dashboard/jobs": page("/dashboard/jobs", SIGNED_IN),
  },
  routes: {
    "GET /api/jobs/[id]": route(async (given) => `/api/jobs/${await makeJob(given)}`, MEMBER_SUPERVISORS),
  },
  actions: {
    "app/dashboard/alarm-actions.ts#dismissAlarms": read(() => [Date.now()], SIGNED_IN),
    "app/dashboard/search-actions.ts#searchEverything": read(({ mark }) => [mark], LISTENERS, "nothing"),
    "app/dashboard/jobs/actions.ts#cancelJobAction": change(async (given) => [await makeJob(given)], MEMBER_SUPERVISORS),
    // For all to see; one's own views are kept by whoever is signed in.
    [`${SAVED_VIEWS}#saveViewAction`]: change(
      ({ mark }) => ["tasks", null, form({ name: `View ${mark}`, query: "status=failed", isShared: "on" })],
      SUPERVISORS,
    ),
    [`${SAVED_VIEWS}#removeViewAction`]: change(async (given) => [await makeSharedView(given)], MEMBER_SUPERVISORS),
  },
};

/** A job that the campaign's supervisor ordered. */
async function makeJob({ visitorIds, taskId, database }: Given): Promise<string> {
  const params = { selection: { kind: "picked", taskIds: [taskId] } };
  const [job] = await database<{ id: string }[]>`
    insert into jobs (id, kind, requested_by, params, total_count)
    values (gen_random_uuid(), 'tag_tasks', ${visitorIds.supervisor}, ${database.json(params)}, 1) returning id`;
  if (!job) throw new Error("The job was not made.");
  return job.id;
}

/** A view that the campaign's supervisor shows to everybody. */
async function makeSharedView({ visitorIds, database }: Given): Promise<string> {
  const [view] = await database<{ id: string }[]>`
    insert into saved_views (id, list, owner_id, name, query, is_shared)
    values (gen_random_uuid(), 'tasks', ${visitorIds.supervisor}, 'Failed', 'status=failed', true) returning id`;
  if (!view) throw new Error("The view was not made.");
  return view.id;
}
