import { env } from "@/lib/env";

/** True when durable functions run on our own engine; false when the environment names an Inngest server, or both keys of Inngest Cloud. */
export const isEngineEmbedded = !env.INNGEST_BASE_URL && !(env.INNGEST_SIGNING_KEY && env.INNGEST_EVENT_KEY);
