import path from "node:path";
import { z } from "zod";

const blankIsUnset = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const optionalText = z.preprocess(blankIsUnset, z.string().trim().optional());
const optionalUrl = (protocols: RegExp, example: string) =>
  z.preprocess(blankIsUnset, z.url({ protocol: protocols, error: `must be an address such as ${example}` }).optional());
const wholeNumber = (fallback: number, min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.preprocess(blankIsUnset, z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error }).default(fallback));
};
const price = z.preprocess(blankIsUnset, z.coerce.number({ error: "must be an amount such as 0.15" }).min(0).optional());
const timeZone = z.string().trim().refine(isTimeZone, { error: "must be an IANA time zone such as America/Argentina/Buenos_Aires" });

const environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** Port that the application listens on. */
  PORT: wholeNumber(3000, 0, 65_535),
  /** The address that people and platforms reach the installation by. */
  PUBLIC_URL: z.preprocess(
    blankIsUnset,
    z.url({ protocol: /^https?$/, error: "must be an address such as https://quality.example.com" }).optional(),
  ),
  /** Folder of everything the installation keeps when it is not told otherwise. */
  DATA_DIR: z
    .preprocess(blankIsUnset, z.string().default("./.data"))
    .transform((folder) => path.resolve(/* turbopackIgnore: true */ folder)),
  /** Unset: PostgreSQL is started under DATA_DIR. */
  DATABASE_URL: optionalUrl(/^postgres(ql)?$/, "postgres://user:password@host:5432/name"),
  /** Connections of each of the two pools of a process. */
  DATABASE_POOL_SIZE: wholeNumber(10, 1, 200),
  /** `file`: recordings under DATA_DIR; or s3://bucket/prefix. */
  STORAGE: z
    .preprocess(blankIsUnset, z.string().default("file"))
    .refine((value) => value === "file" || /^s3:\/\/[^/]+/.test(value), { error: "must be file or s3://bucket/prefix" }),
  S3_ENDPOINT: optionalUrl(/^https?$/, "https://s3.example.com"),
  S3_REGION: z.preprocess(blankIsUnset, z.string().default("us-east-1")),
  S3_ACCESS_KEY_ID: optionalText,
  S3_SECRET_ACCESS_KEY: optionalText,
  /** Unset: the embedded engine. Set: an Inngest server of your own, or Inngest Cloud by its two keys. */
  INNGEST_BASE_URL: optionalUrl(/^https?$/, "http://inngest.internal:8288"),
  INNGEST_EVENT_KEY: optionalText,
  INNGEST_SIGNING_KEY: optionalText,
  /** `inline`: durable functions run in this process; `off`: only in `npm run worker`. */
  WORKER: z.preprocess(blankIsUnset, z.enum(["inline", "off"]).default("inline")),
  /** The installation's time zone: call times without an offset are read in it where their campaign has none. */
  TIME_ZONE: z.preprocess(blankIsUnset, timeZone.default("America/Argentina/Buenos_Aires")),
  /** Recording hosts that may be in a private network, as host:port separated by commas or spaces. */
  RECORDING_ALLOW_HOSTS: z
    .preprocess(blankIsUnset, z.string().default(""))
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((hosts) => hosts.every((host) => /^(\[[0-9a-f:.]+\]|[^:\s]+):\d{1,5}$/i.test(host)), {
      error: "must be a list of host:port such as pbx.internal:8080",
    }),
  /** Where packs of speech models are fetched from: the npm registry, or a mirror of it. */
  NPM_REGISTRY: z.preprocess(
    blankIsUnset,
    z.url({ protocol: /^https?$/, error: "must be an address such as https://registry.npmjs.org" }).default("https://registry.npmjs.org"),
  ),
  RECORDING_MAX_BYTES: wholeNumber(512 * 1024 * 1024, 1, Number.MAX_SAFE_INTEGER),
  /** Who turns recordings into text, where a campaign does not say otherwise: `local` on this machine, `openai` or `deepgram` by TRANSCRIBER_URL, or `none`. */
  TRANSCRIBER: z.preprocess(blankIsUnset, z.enum(["local", "openai", "deepgram", "none"]).default("local")),
  /** A server that speaks OpenAI's protocol, or Deepgram's. Unset: theirs on the internet. */
  TRANSCRIBER_URL: optionalUrl(/^https?$/, "http://speech.internal:8000"),
  /** Unset: whisper-1 of OpenAI's protocol, nova-3 of Deepgram. */
  TRANSCRIBER_MODEL: optionalText,
  TRANSCRIBER_API_KEY: optionalText,
  /** Transcriptions at once, in the whole installation. Unset: one for each two processors of this machine. */
  TRANSCRIPTION_CONCURRENCY: wholeNumber(0, 0, 1_000),
  /** A server that speaks OpenAI's protocol (`/v1/chat/completions`) and its model: it sums calls up and suggests answers of audits. Unset: nobody does. */
  LLM_BASE_URL: optionalUrl(/^https?$/, "http://models.internal:8000"),
  LLM_MODEL: optionalText,
  LLM_API_KEY: optionalText,
  /** What a million tokens cost, in whatever money the server is paid in. Unset: costs are not told. */
  LLM_INPUT_PRICE: price,
  LLM_OUTPUT_PRICE: price,
  /** Calls that the model reads at once, in the whole installation. */
  LLM_CONCURRENCY: wholeNumber(2, 1, 1_000),
  /** The mail server that digests go out by, with its credentials, and whom they are from. Unset: no mail is sent. */
  SMTP_URL: optionalUrl(/^smtps?$/, "smtp://user:password@mail.example.com:587"),
  SMTP_FROM: z.preprocess(
    blankIsUnset,
    z
      .string()
      .trim()
      .regex(/^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, {
        error: "must be an address such as AuditorIA <quality@example.com>",
      })
      .optional(),
  ),
  /** The language of mails. */
  MAIL_LANGUAGE: z.preprocess(blankIsUnset, z.enum(["es", "en", "pt"]).default("es")),
  /** How long deliveries are kept as they arrived, in days. */
  DELIVERY_RETENTION_DAYS: wholeNumber(90, 1, 3650),
  /** 32 bytes in hex or base64. Unset: made on first start and kept under DATA_DIR, readable by its owner alone. */
  ENCRYPTION_KEY: optionalText,
  NEXTAUTH_SECRET: optionalText,
  LOG_LEVEL: z.preprocess(blankIsUnset, z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info")),
});

export type Environment = z.infer<typeof environment>;

/** The environment, read once and explained here alone. A bad value stops the start with one sentence a variable. */
export const env: Environment = parseEnvironment(process.env);

/**
 * Adds what the start of a process made or found, such as the address of its own database, for this process and all that it loads later.
 * A value that was set already stays.
 */
export function completeEnvironment(found: { [Name in keyof Environment]?: string }): void {
  for (const [name, value] of Object.entries(found)) if (blankIsUnset(process.env[name] ?? "") === undefined) process.env[name] = value;
  Object.assign(env, parseEnvironment(process.env));
}

/** Checks variables. Throws one sentence a variable that is wrong. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const parsed = environment.safeParse(variables);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}.`);
  throw new Error(`The environment is not right.\n${sentences.join("\n")}`);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
