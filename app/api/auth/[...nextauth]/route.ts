import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/auth-options";
import { clientAddress } from "@/lib/auth/client-address";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: Request, context: Context): Promise<Response> {
  return NextAuth(await authOptions(clientAddress(request.headers)))(request, context);
}

export { handle as GET, handle as POST };
