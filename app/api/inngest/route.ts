import { handleInngestRequest } from "@/inngest/handler";

export { handleInngestRequest as GET, handleInngestRequest as POST, handleInngestRequest as PUT };
