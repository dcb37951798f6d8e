import { unstable_rethrow } from "next/navigation";

/** What a server action answers, or `otherwise` where no answer comes, as while the server is away. What leads to another page goes through. */
export function answerOr<Answer>(answer: Promise<Answer>, otherwise: NoInfer<Answer>): Promise<Answer> {
  return answer.catch((error) => {
    unstable_rethrow(error);
    return otherwise;
  });
}
