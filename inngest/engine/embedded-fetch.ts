/** Answers in this process what the SDK would send to Inngest's API. */
export const embeddedFetch: typeof fetch = async (input) =>
  Response.json(
    { error: `The embedded engine has no ${new URL(input instanceof Request ? input.url : input).pathname}.` },
    { status: 501 },
  );
