/** What can be wrong with a new password, each with its words in messages/*.json. */
export const PASSWORD_PROBLEMS = ["too_short", "too_long", "too_repetitive", "too_common", "contains_identity"] as const;
export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

export const MIN_PASSWORD_LENGTH = 10;
const MAX_PASSWORD_LENGTH = 200;
const MIN_DISTINCT_CHARACTERS = 5;

// Those of the most used passwords that are long enough to pass the other rules.
const COMMON = new Set(
  "1234567890 0123456789 12345678910 123456789a 1q2w3e4r5t 1qaz2wsx3edc 1qazxsw23edc qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 password12 password123 password1234 password12345 passw0rd123 contraseña contraseña1 contraseña123 contrasena1 contrasena123 administrador administrador1 admin12345 admin123456 adminadmin bienvenido bienvenido1 welcome123 welcome1234 letmein123 iloveyou12 abcdefghij abcd123456 abc1234567 changeme123 cambiame123 auditoria123 senha12345 senha123456".split(
    " ",
  ),
);

/** Why a password is not good enough for an account with these names and addresses; null when it is. Length matters, symbols do not. */
export function passwordProblem(password: string, identity: string[]): PasswordProblem | null {
  const plain = password.normalize("NFKC").toLowerCase();
  if ([...plain].length < MIN_PASSWORD_LENGTH) return "too_short";
  if ([...plain].length > MAX_PASSWORD_LENGTH) return "too_long";
  if (new Set(plain).size < MIN_DISTINCT_CHARACTERS) return "too_repetitive";
  if (COMMON.has(plain)) return "too_common";
  const names = identity.flatMap((text) => [text, text.split("@")[0] ?? ""]).map((text) => text.trim().toLowerCase());
  return names.includes(plain.trim()) ? "contains_identity" : null;
}
