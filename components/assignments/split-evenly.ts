/** So many calls in all for these people, as equal as can be, the first of them one more where it does not come out even. As fields keep it. */
export function splitEvenly(total: number, userIds: string[]): Record<string, string> {
  const [each, rest] = [Math.floor(total / userIds.length), total % userIds.length];
  return Object.fromEntries(userIds.map((userId, index) => [userId, total > 0 ? String(each + (index < rest ? 1 : 0)) : ""]));
}
