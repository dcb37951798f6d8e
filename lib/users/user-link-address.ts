/** The address that a person is sent: a page of their own, which the secret opens. */
export function userLinkAddress({ baseUrl, secret }: { baseUrl: string; secret: string }): string {
  return new URL(`/join/${secret}`, baseUrl).href;
}
