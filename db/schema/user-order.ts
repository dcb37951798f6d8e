import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

const ACCENTED = "áàâãäåéèêëíìîïóòôõöúùûüñç";
const PLAIN = "aaaaaaeeeeiiiiooooouuuunc";

/** A name in lower case without accents: what people are listed by, whatever the database's own alphabet. The indexes of users hold it. */
export function userOrderKey(name: SQLWrapper): SQL<string> {
  return sql`translate(lower(${name}), '${sql.raw(ACCENTED)}', '${sql.raw(PLAIN)}')`;
}

/** What people are searched by: name and e-mail, in lower case without accents. */
export function userSearchKey({ name, email }: { name: SQLWrapper; email: SQLWrapper }): SQL<string> {
  return sql`translate(lower(${name} || ' ' || ${email}), '${sql.raw(ACCENTED)}', '${sql.raw(PLAIN)}')`;
}

/** The same folding for a text that somebody searches for. */
export function foldUserText(text: string): string {
  return text.toLowerCase().replace(/./gu, (letter) => PLAIN[ACCENTED.indexOf(letter)] ?? letter);
}
