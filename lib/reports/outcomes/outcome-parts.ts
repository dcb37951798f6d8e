import type { TransactionSql } from "postgres";
import type { OutcomeDimension } from "@/db/enums";
import { callsOfOperator } from "./calls-of-operator";
import { type Fragment, isOfDays, OUTCOME_COLUMNS, outcomeFacts, outcomeTotals } from "./outcome-columns";
import { fieldsOf, filteredFields, type OutcomeBreakdown, type OutcomeField, type OutcomeFilters } from "./outcome-filters";
import { daysBetween, type OutcomeReading, type OutcomeSpan } from "./plan-outcome-reading";

/** `campaignDay` has a row for each campaign and day: where calls are to be looked for. */
export type OutcomeQuestion = { by: OutcomeBreakdown | "campaignDay"; filters: OutcomeFilters; timeZone: string };
/** A question with the numbers of the words that its filters name; a word that has none was never summed up. */
export type CodedQuestion = OutcomeQuestion & { wordIds: Map<string, number> };
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
export function partsOfSums(sql: Sql, question: CodedQuestion, dimension: OutcomeDimension, reading: OutcomeReading): Fragment[] {
  const columnOf = (field: OutcomeField) => (field === "publisherSub" ? "s.detail" : "s.value");
  const isWanted = sql`s.dimension = ${dimension} and ${hasValues(sql, question.filters, (field, texts) => isWord(sql, columnOf(field), texts, question.wordIds))}`;
  const partFrom = (from: Fragment) =>
    named(sql, question, sumsOf(sql, question, { from, day: sql`s.starts_on`, columnOf, isCoded: true }));
  const parts: Fragment[] = [];
  if (reading.months.length > 0) {
    const places = sql`unnest(${reading.months.map(({ campaignId }) => campaignId)}::int[],
      ${reading.months.map(({ month }) => month)}::date[]) as place(campaign_id, month)`;
    const rows = sql`select * from outcome_sums s
      where s.grain = 'month' and s.campaign_id = place.campaign_id and s.starts_on = place.month and ${isWanted}`;
    parts.push(partFrom(eachOf(sql, places, rows)));
  }
  if (reading.days.length > 0) {
    const rows = sql`select * from outcome_sums s
      where s.grain = 'day' and s.campaign_id = span.campaign_id and s.starts_on between span.first and span.last and ${isWanted}`;
    parts.push(partFrom(eachOf(sql, spans(sql, reading.days), rows)));
  }
  return parts;
}

/** What combinations say of days that are summed up. Asked as a whole, not campaign by campaign, so that both cores can read. */
export function partOfCombinations(sql: Sql, question: CodedQuestion, campaignIds: number[], { calls }: OutcomeReading): Fragment {
  const { from: first, to: last } = question.filters;
  const columnOf = (field: OutcomeField) => `s.${OUTCOME_COLUMNS[field]}`;
  const marked = calls.flatMap(({ campaignId, first: start, last: end }) => daysBetween(start, end).map((day) => ({ campaignId, day })));
  // Mostly the latest days are marked: of all before them a comparison tells it, without a look at the list.
  const firstMarked = marked.map(({ day }) => day).sort()[0] ?? null;
  const isSummedUp = sql`and (s.day < ${firstMarked}::date or (s.campaign_id, s.day) not in (
    select * from unnest(${marked.map(({ campaignId }) => campaignId)}::int[], ${marked.map(({ day }) => day)}::date[])))`;
  const from = sql`(select * from outcome_combinations s
    where s.campaign_id = any(${campaignIds}::int[]) and s.day between ${first}::date and ${last}::date ${calls.length > 0 ? isSummedUp : sql``}
      and ${hasValues(sql, question.filters, (field, texts) => isWord(sql, columnOf(field), texts, question.wordIds))}) s`;
  return named(sql, question, sumsOf(sql, question, { from, day: sql`s.day`, columnOf, isCoded: true }));
}

/** What the calls themselves say of some days. */
export function partOfCalls(sql: Sql, question: OutcomeQuestion, calls: OutcomeSpan[]): Fragment {
  const isOfSpan = isOfDays(sql, { first: sql`span.first`, last: sql`span.last`, timeZone: question.timeZone });
  const facts = factsOf(sql, question, sql`o.campaign_id = span.campaign_id and ${isOfSpan}`);
  return sumsOf(sql, question, { from: eachOf(sql, spans(sql, calls), facts), day: sql`s.day`, columnOf: textColumnOf, isCoded: false });
}

/** What the calls of one operator say, whose other calls the viewer knows nothing of. */
export function partOfOperator(sql: Sql, question: OutcomeQuestion, operatorId: string): Fragment {
  const { timeZone, filters } = question;
  const isInRange = isOfDays(sql, { first: sql`${filters.from}::date`, last: sql`${filters.to}::date`, timeZone });
  const isOfCampaign = filters.campaignIds?.length ? sql`and o.campaign_id = any(${filters.campaignIds}::int[])` : sql``;
  const facts = factsOf(sql, question, sql`o.call_id = c.id and ${isInRange} ${isOfCampaign}`);
  const from = eachOf(sql, callsOfOperator(sql, { operatorId, filters, timeZone }), facts);
  return sumsOf(sql, question, { from, day: sql`s.day`, columnOf: textColumnOf, isCoded: false });
}

function fieldsAsked(by: OutcomeQuestion["by"]): OutcomeField[] {
  return by === "campaignDay" ? [] : fieldsOf(by);
}

const textColumnOf = (field: OutcomeField) => `s.${OUTCOME_COLUMNS[field]}`;

/** Found by when they were, and only then held against the filters: the index of a buyer knows no days, and would be read whole for each. */
function factsOf(sql: Sql, { filters, timeZone }: OutcomeQuestion, isThere: Fragment): Fragment {
  return sql`select * from (select ${outcomeFacts(sql, timeZone)} from call_outcomes o where ${isThere} offset 0) s
    where ${hasValues(sql, filters, (field, texts) => sql`${sql.unsafe(textColumnOf(field))} = any(${texts}::text[])`)}`;
}

type ColumnOf = (field: OutcomeField) => string;

/** That a row `s` has the values that the filters ask for. */
export function hasValues(sql: Sql, filters: OutcomeFilters, isOneOf: (field: OutcomeField, texts: string[]) => Fragment): Fragment {
  return filteredFields(filters).reduce<Fragment>(
    (all, field) => sql`${all} and ${isOneOf(field, filters.values?.[field] ?? [])}`,
    filters.isWithoutDuplicates ? sql`not s.is_duplicate` : sql`true`,
  );
}

/** By its number: the planner knows how frequent that is, and one number is quicker to compare than a list of one. */
function isWord(sql: Sql, column: string, texts: string[], wordIds: Map<string, number>): Fragment {
  const ids = texts.flatMap((text) => wordIds.get(text) ?? []);
  const [only] = ids;
  if (only === undefined) return sql`false`;
  return ids.length === 1 ? sql`${sql.unsafe(column)} = ${only}::int` : sql`${sql.unsafe(column)} = any(${ids}::int[])`;
}

type Source = { from: Fragment; day: Fragment; columnOf: ColumnOf; isCoded: boolean };

function sumsOf(sql: Sql, { by }: OutcomeQuestion, { from, day, columnOf, isCoded }: Source): Fragment {
  const [field, subField] = fieldsAsked(by);
  const value = field ? sql.unsafe(columnOf(field)) : by === "day" ? day : sql`s.campaign_id`;
  const detail = by === "campaignDay" ? day : subField ? sql.unsafe(columnOf(subField)) : sql`null`;
  const asText = isCoded ? sql`` : sql`::text`;
  return sql`select ${value}${asText} as value, ${detail}${asText} as detail, s.is_duplicate, ${outcomeTotals(sql)} from ${from} group by 1, 2, 3`;
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
