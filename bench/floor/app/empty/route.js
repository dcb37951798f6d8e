/** What any JSON endpoint of this Next.js costs at least: the floor that the webhook is measured against. */
export async function POST(request) {
  await request.json();
  return Response.json({ status: "ok" });
}
