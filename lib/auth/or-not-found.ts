import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

/** What a verb returns; the not-found page where it says that there is no such thing, or none for the viewer. For pages and actions. */
export async function orNotFound<Result>(result: Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
