import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { SOURCES } from "@/db/enums";
import { calls, connections, operators } from "@/db/schema";
import { likePattern } from "@/lib/like-pattern";
import { operatorMatchKey } from "@/lib/operators/operator-match-key";
import { saidCondition } from "@/lib/transcripts/search-transcripts";
import type { ResolvedFilters } from "./task-conditions";
import type { TaskFilters } from "./task-filters";

/** A shorter text is the beginning of too many file names to be meant as one. */
const MIN_FILE_TEXT = 4;
const MAX_FILES = 500;

/**
 * Text without letters is meant for the phone numbers, anything else for the operators' names, whatever their case and accents; a text that is
 * long enough also for the names of recordings and the platforms' ids of calls, and for what is said in the calls.
 */
export async function resolveFilters({ text = "", ...filters }: TaskFilters): Promise<ResolvedFilters> {
  const typed = text.replaceAll("\0", "").toWellFormed().trim();
  const numberDigits = typed.replace(/\D/g, "").slice(0, 32);
  const isNumber = numberDigits !== "" && !/\p{L}/u.test(typed);
  const name = operatorMatchKey(typed);
  if (!isNumber && name === "") return filters;
  const [named, fileCallIds] = await Promise.all([isNumber ? undefined : findOperatorsNamed(name), findCallsByFile(typed)]);
  const meant = named === undefined ? { numberDigits } : { namedOperatorIds: named };
  const spoken = isNumber || !saidCondition(typed) ? {} : { spokenText: typed };
  return { ...filters, ...meant, ...spoken, ...(fileCallIds.length > 0 ? { fileCallIds } : {}) };
}

/** Looked up first: the planner cannot guess how many tasks the operators behind a name have, but knows it of the operators themselves. */
async function findOperatorsNamed(name: string): Promise<string[]> {
  const named = await db
    .select({ id: operators.id })
    .from(operators)
    .where(sql`${operators.matchKey} like ${likePattern(name)}`);
  return named.map(({ id }) => id);
}

/** Calls whose recording's file name begins with the text, or whose id at their platform it is: two looks into indexes. */
async function findCallsByFile(text: string): Promise<string[]> {
  if (text.length < MIN_FILE_TEXT) return [];
  const from = text.toLowerCase();
  // Written as in the index calls_file_name_idx. Compared byte by byte: nothing in UTF-8 comes after U+10FFFF.
  const byName = sql`${calls.recordingStatus} = 'stored' and ${fileName} ~>=~ ${from} and ${fileName} ~<~ ${`${from}\u{10FFFF}`}`;
  const byId = sql`${calls.source} = any(${sql.param([...SOURCES])}::source[]) and ${calls.identityKey} = any(array(${identityKeys(text)}))`;
  const [named, identified] = await Promise.all(
    [byName, byId].map((condition) => db.select({ id: calls.id }).from(calls).where(condition).limit(MAX_FILES)),
  );
  return [...(named ?? []), ...(identified ?? [])].map(({ id }) => id);
}

/** How a call of this id at its platform is called by us: as it is, or within a connection. */
function identityKeys(id: string): SQL {
  return sql`select ${`id:${id}`}::text union all select 'id:' || ${connections.publicId} || ${`:${id}`} from ${connections}`;
}

const fileName = sql`lower(substring(${calls.recordingUrl} from '([^/?#]+)(?:[?#].*)?$'))`;
