import { change, form, type Given, MEMBER_SUPERVISORS, page, type Rights, SUPERVISORS } from "./rights";

const OPERATORS = "app/dashboard/operators/actions.ts";

/** Those who take the calls. */
export const operators: Rights = {
  pages: {
    "/dashboard/operators": page("/dashboard/operators", SUPERVISORS),
    "/dashboard/operators/new": page("/dashboard/operators/new", SUPERVISORS),
    "/dashboard/operators/duplicates": page("/dashboard/operators/duplicates", SUPERVISORS),
    "/dashboard/operators/[id]": page(({ operatorId }) => `/dashboard/operators/${operatorId}`, MEMBER_SUPERVISORS),
    "/dashboard/operators/merge": page(({ operatorId }) => `/dashboard/operators/merge?source=${operatorId}`, MEMBER_SUPERVISORS),
  },
  actions: {
    [`${OPERATORS}#createOperatorAction`]: change(({ mark }) => [null, form({ name: `New ${mark}` })], SUPERVISORS),
    [`${OPERATORS}#renameOperatorAction`]: change(
      ({ operatorId, mark }) => [operatorId, null, form({ name: `Renamed ${mark}` })],
      MEMBER_SUPERVISORS,
    ),
    [`${OPERATORS}#addAliasAction`]: change(
      ({ operatorId, mark }) => [operatorId, null, form({ name: `Alias ${mark}` })],
      MEMBER_SUPERVISORS,
    ),
    [`${OPERATORS}#removeAliasAction`]: change(
      async (given) => [given.operatorId, null, form({ alias: await makeAlias(given) })],
      MEMBER_SUPERVISORS,
    ),
    [`${OPERATORS}#linkUserAction`]: change(
      async (given) => [given.operatorId, null, form({ user: await unlinkedAgent(given) })],
      MEMBER_SUPERVISORS,
    ),
    [`${OPERATORS}#mergeOperatorsAction`]: change(
      async (given) => [{ sourceId: await makeFreeOperator(given), targetId: given.operatorId }, null, form({})],
      MEMBER_SUPERVISORS,
    ),
    [`${OPERATORS}#undoMergeAction`]: change(async (given) => [await makeMerge(given), null, form({})], MEMBER_SUPERVISORS),
    [`${OPERATORS}#tellApartAction`]: change(
      async (given) => [await makeFreeOperator(given), given.operatorId, null, form({})],
      MEMBER_SUPERVISORS,
    ),
  },
};

/** An operator made by hand who took no call: every supervisor may change it, so that what counts is the campaign's own. */
async function makeFreeOperator({ mark, database }: Given): Promise<string> {
  const [operator] = await database<{ id: string }[]>`
    insert into operators (id, name, match_key, origin)
    values (gen_random_uuid(), ${`Free ${mark}`}, ${`free ${mark}`}, 'manual') returning id`;
  if (!operator) throw new Error("The operator was not made.");
  return operator.id;
}

async function makeMerge(given: Given): Promise<string> {
  const { mark, operatorId, database } = given;
  const sourceId = await makeFreeOperator(given);
  await database`update operators set merged_into_id = ${operatorId} where id = ${sourceId}`;
  const [merge] = await database<{ id: string }[]>`
    insert into operator_merges (id, source_id, source_name, target_id)
    values (gen_random_uuid(), ${sourceId}, ${`Free ${mark}`}, ${operatorId}) returning id`;
  if (!merge) throw new Error("The merge was not made.");
  return merge.id;
}

/** Returns its match key. */
async function makeAlias({ mark, operatorId, database }: Given): Promise<string> {
  const matchKey = `alias ${mark}`;
  await database`insert into operator_aliases (match_key, name, operator_id) values (${matchKey}, ${`Alias ${mark}`}, ${operatorId})`;
  return matchKey;
}

async function unlinkedAgent({ visitorIds, database }: Given): Promise<string> {
  await database`update users set operator_id = null where id = ${visitorIds.agent}`;
  return visitorIds.agent;
}
