import type { InngestFunction } from "inngest";
import { maintainReception } from "./maintain-reception";

/** Every durable function of the product. What is not listed here never runs. */
export const functions: InngestFunction.Like[] = [maintainReception];
