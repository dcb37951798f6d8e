import type { TransactionSql } from "postgres";
import type { OutcomeDimension } from "@/db/enums";
import { callsOfOperator } from "./calls-of-operator";
import { type Fragment, isOfDays, OUTCOME_COLUMNS, outcomeFacts, outcomeTotals } from "./outcome-columns";
import { fieldsOf, filteredFields, type OutcomeBreakdown, type OutcomeField, type OutcomeFilters } from "./outcome-filters";
import type { OutcomeReading, OutcomeSpan } from "./plan-outcome-reading";

/** `campaignDay` has a row for each campaign and day: where calls are to be looked for. */
export type OutcomeQuestion = { by: OutcomeBreakdown | "campaignDay"; filters: OutcomeFilters; timeZone: string };
type Sql = TransactionSql;

/** The dimension whose sums can answer alone; null when several things are asked at once that no sums have together. */
export function dimensionFor({ by, filters }: Omit<OutcomeQuestion, "timeZone">): OutcomeDimension | null {
  const fields = [...new Set([...fieldsAsked(by), ...filteredFields(filters)])];
  const [first, second] = fields;
  if (first === undefined) return "total";
  if (second === undefined) return OUTCOME_COLUMNS[first];
  return fields.length === 2 && fields.includes("publisher") && fields.includes("publisherSub") ? "publisher_sub" : null;
}

/** What sums of one dimension say of whole months and of days. */
export function partsOfSums(sql: Sql, question: OutcomeQuestion, dimension: OutcomeDimension, reading: OutcomeReading): Fragment[] {
  const columnOf = (field: OutcomeField) => (field === "publisherSub" ? "s.detail" : "s.value");
  const day = sql`s.starts_on`;
  const parts: Fragment[] = [];
  if (reading.months.length > 0) {
    const place = sql`unnest(${reading.months.map(({ campaignId }) => campaignId)}::int[],
      ${reading.months.map(({ month }) => month)}::date[]) as place(campaign_id, month)`;
    const from = eachOf(
      sql,
      place,
      sql`select * from outcome_sums s
        where s.dimension = ${dimension} and s.grain = 'month' and s.campaign_id = place.campaign_id and s.starts_on = place.month`,
    );
    parts.push(named(sql, question, sumsOf(sql, question, { from, day, columnOf, isCoded: true })));
  }
  if (reading.days.length > 0) {
    const from = eachOf(
      sql,
      spans(sql, reading.days),
      sql`select * from outcome_sums s where s.dimension = ${dimension} and s.grain = 'day' and s.campaign_id = span.campaign_id
        and s.starts_on between span.first and span.last`,
    );
    parts.push(named(sql, question, sumsOf(sql, question, { from, day, columnOf, isCoded: true })));
  }
  return parts;
}

/** What combinations say of days that are summed up. Asked as a whole, not campaign by campaign, so that both cores can read. */
export function partOfCombinations(sql: Sql, question: OutcomeQuestion, campaignIds: number[], { calls }: OutcomeReading): Fragment {
  const { from: first, to: last } = question.filters;
  const isMarked = sql`and not exists (
    select from ${spans(sql, calls)} where span.campaign_id = s.campaign_id and s.day between span.first and span.last)`;
  const from = sql`(select * from outcome_combinations s
    where s.campaign_id = any(${campaignIds}::int[]) and s.day between ${first}::date and ${last}::date ${calls.length > 0 ? isMarked : sql``}) s`;
  const columnOf = (field: OutcomeField) => `s.${OUTCOME_COLUMNS[field]}`;
  return named(sql, question, sumsOf(sql, question, { from, day: sql`s.day`, columnOf, isCoded: true }));
}

/** What the calls themselves say of some days. */
export function partOfCalls(sql: Sql, question: OutcomeQuestion, calls: OutcomeSpan[]): Fragment {
  const { timeZone } = question;
  const isWanted = isOfDays(sql, { first: sql`span.first`, last: sql`span.last`, timeZone });
  const from = eachOf(
    sql,
    spans(sql, calls),
    sql`select ${outcomeFacts(sql, timeZone)} from call_outcomes o where o.campaign_id = span.campaign_id and ${isWanted}`,
  );
  return sumsOf(sql, question, { from, day: sql`s.day`, columnOf: textColumnOf, isCoded: false });
}

/** What the calls of one operator say, whose other calls the viewer knows nothing of. */
export function partOfOperator(sql: Sql, question: OutcomeQuestion, operatorId: string): Fragment {
  const { timeZone, filters } = question;
  const isWanted = isOfDays(sql, { first: sql`${filters.from}::date`, last: sql`${filters.to}::date`, timeZone });
  const isOfCampaign = filters.campaignIds?.length ? sql`and o.campaign_id = any(${filters.campaignIds}::int[])` : sql``;
  const from = sql`${callsOfOperator(sql, { operatorId, filters, timeZone })} cross join lateral (
    select ${outcomeFacts(sql, timeZone)} from call_outcomes o where o.call_id = c.id and ${isWanted} ${isOfCampaign} offset 0) s`;
  return sumsOf(sql, question, { from, day: sql`s.day`, columnOf: textColumnOf, isCoded: false });
}

function fieldsAsked(by: OutcomeQuestion["by"]): OutcomeField[] {
  return by === "campaignDay" ? [] : fieldsOf(by);
}

const textColumnOf = (field: OutcomeField) => `s.${OUTCOME_COLUMNS[field]}`;

type Source = { from: Fragment; day: Fragment; columnOf: (field: OutcomeField) => string; isCoded: boolean };

function sumsOf(sql: Sql, { by, filters }: OutcomeQuestion, { from, day, columnOf, isCoded }: Source): Fragment {
  const [field, subField] = fieldsAsked(by);
  const value = field ? sql.unsafe(columnOf(field)) : by === "day" ? day : sql`s.campaign_id`;
  const detail = by === "campaignDay" ? day : subField ? sql.unsafe(columnOf(subField)) : sql`null`;
  const isWanted = filteredFields(filters).reduce<Fragment>(
    (all, name) => {
      const texts = filters.values?.[name] ?? [];
      const wanted = isCoded ? sql`array(select id from outcome_words where word = any(${texts}::text[]))` : sql`${texts}::text[]`;
      return sql`${all} and ${sql.unsafe(columnOf(name))} = any(${wanted})`;
    },
    filters.isWithoutDuplicates ? sql`not s.is_duplicate` : sql`true`,
  );
  const asText = isCoded ? sql`` : sql`::text`;
  return sql`select ${value}${asText} as value, ${detail}${asText} as detail, s.is_duplicate, ${outcomeTotals(sql)} from ${from}
    where ${isWanted} group by 1, 2, 3`;
}

/** Numbers of words become the words again, once they are summed up. */
function named(sql: Sql, { by }: OutcomeQuestion, sums: Fragment): Fragment {
  const columns = sql`s.is_duplicate, s.calls, s.connected, s.converted, s.revenue, s.cost, s.payout`;
  if (fieldsAsked(by).length === 0) return sql`select s.value::text as value, s.detail::text as detail, ${columns} from (${sums}) s`;
  const detail = by === "publisherSub" ? sql`join outcome_words detail on detail.id = s.detail` : sql``;
  return sql`select value.word as value, ${by === "publisherSub" ? sql`detail.word` : sql`null`} as detail, ${columns}
    from (${sums}) s join outcome_words value on value.id = s.value ${detail}`;
}

/**
 * Rows named `s` of each place, found by an index place by place. Left to itself the planner takes spans for long ones, and would rather read
 * whole tables: what has an offset is not made part of the query around it.
 */
function eachOf(sql: Sql, places: Fragment, rows: Fragment): Fragment {
  return sql`${places} cross join lateral (${rows} offset 0) s`;
}

function spans(sql: Sql, list: OutcomeSpan[]): Fragment {
  return sql`unnest(${list.map(({ campaignId }) => campaignId)}::int[], ${list.map(({ first }) => first)}::date[],
    ${list.map(({ last }) => last)}::date[]) as span(campaign_id, first, last)`;
}
