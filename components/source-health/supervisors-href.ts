/** A letter to a campaign's supervisors, addressed and with a subject; null where nobody is named. */
export function supervisorsHref({ supervisorEmails }: { supervisorEmails: string[] }, subject: string): string | null {
  if (supervisorEmails.length === 0) return null;
  const to = supervisorEmails.map((email) => encodeURIComponent(email).replace("%40", "@")).join(",");
  return `mailto:${to}?subject=${encodeURIComponent(subject)}`;
}
