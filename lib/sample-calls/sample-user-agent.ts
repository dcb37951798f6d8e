/** How a sample call is told from others in the reception log: it has no key, and this user agent. */
export const SAMPLE_USER_AGENT = "AuditorIA sample call";
