/** What an insert of machine work sets where there was a row: it begins as if it were the first. What it cost so far stays. Part of a statement. */
export const QUEUED_ANEW = `status = 'queued', is_bulk = excluded.is_bulk, is_left_to_model = false, failure = null, failure_code = null, attempt_count = 0,
  next_attempt_at = null, claimed_until = null, dispatched_at = null, started_at = null, ended_at = null`;
