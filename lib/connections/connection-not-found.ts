import { AppError } from "@/lib/errors";

/** The same for a connection that is missing and for one that the viewer may not see. */
export function connectionNotFound(): AppError {
  return new AppError("not_found", "There is no such connection.");
}
