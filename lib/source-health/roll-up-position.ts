import type { ISql } from "postgres";

const SETTING = "delivery_hours_until";

/** The hour up to which deliveries are counted in delivery_hours, exclusive; null before the first roll-up. */
export async function readRollUpPosition(sql: ISql): Promise<Date | null> {
  const [row] = await sql<
    { until: Date }[]
  >`select (value #>> '{}')::timestamptz as until from installation_settings where name = ${SETTING}`;
  return row?.until ?? null;
}

/** Says up to which hour deliveries are counted now. */
export async function writeRollUpPosition(sql: ISql, until: Date): Promise<void> {
  await sql`insert into installation_settings (name, value) values (${SETTING}, to_jsonb(${until.toISOString()}::text))
    on conflict (name) do update set value = excluded.value, updated_at = now()`;
}
