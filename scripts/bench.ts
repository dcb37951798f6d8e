/** `npm run bench`: what it measures and how is in bench/measure.ts. */
import "../bench/measure";
