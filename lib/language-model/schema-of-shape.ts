import { z } from "zod";

type JsonSchema = Record<string, unknown>;

/** What servers that hold a model to a schema do not know in common; our own check of the answer knows it. */
const OWN_CHECKS = ["minLength", "maxLength", "pattern", "format", "minimum", "maximum", "minItems", "maxItems", "default"];

/**
 * The JSON Schema that a shape asks of an answer, and whether a server can be held to it strictly: every field of every object is required and
 * no other is allowed (platform.openai.com/docs/guides/structured-outputs).
 */
export function schemaOfShape(shape: z.ZodType): { schema: JsonSchema; isStrict: boolean } {
  let isStrict = true;
  const { $schema, ...schema } = z.toJSONSchema(shape, {
    io: "input",
    override: ({ jsonSchema }) => {
      for (const name of OWN_CHECKS) Reflect.deleteProperty(jsonSchema, name);
      if (jsonSchema.type !== "object") return;
      const names = Object.keys(jsonSchema.properties ?? {});
      if (jsonSchema.properties === undefined || names.some((name) => !jsonSchema.required?.includes(name))) isStrict = false;
      else jsonSchema.additionalProperties = false;
    },
  });
  return { schema, isStrict };
}
