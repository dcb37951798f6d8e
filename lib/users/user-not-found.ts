import { AppError } from "@/lib/errors";

/** The same for a person who is not there and for one out of reach. */
export function userNotFound(): AppError {
  return new AppError("not_found", "There is no such user.");
}
