import * as v from 'valibot';
import type { Template } from './Template';

const text = v.fallback(v.optional(v.pipe(v.string(), v.nonEmpty())), undefined);
const capitals = v.fallback(v.optional(v.pipe(v.string(), v.nonEmpty(), v.toUpperCase())), undefined);
const id = v.fallback(
  v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.nonEmpty())),
  undefined,
);

const buttonSchema = v.looseObject({ type: v.pipe(v.string(), v.toUpperCase()), text });
const componentSchema = v.looseObject({
  type: v.pipe(v.string(), v.nonEmpty(), v.toUpperCase()),
  format: capitals,
  text,
  buttons: v.fallback(v.optional(v.array(buttonSchema)), undefined),
});
/** Records of the older API and of captures lack almost anything; a part that cannot be read is left out by itself. */
const componentsSchema = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((parts) =>
      parts.flatMap((part) => {
        const parsed = v.safeParse(componentSchema, part);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  ),
  [],
);
const qualitySchema = v.fallback(
  v.optional(
    v.union([
      v.pipe(v.string(), v.toUpperCase()),
      v.pipe(
        v.object({ score: v.pipe(v.string(), v.toUpperCase()) }),
        v.transform(({ score }) => score),
      ),
    ]),
  ),
  undefined,
);

/** A template record of either API; states come in small letters in older data. */
export const templateSchema = v.pipe(
  v.object({
    id,
    external_id: id,
    name: v.pipe(v.string(), v.nonEmpty()),
    language: v.union([
      v.pipe(v.string(), v.nonEmpty()),
      v.pipe(
        v.object({ code: v.pipe(v.string(), v.nonEmpty()) }),
        v.transform(({ code }) => code),
      ),
    ]),
    status: capitals,
    category: capitals,
    parameter_format: capitals,
    rejected_reason: capitals,
    quality_score: qualitySchema,
    namespace: text,
    components: componentsSchema,
  }),
  v.transform((record): Template => ({
    id: record.external_id ?? record.id,
    name: record.name,
    language: record.language,
    status: record.status ?? 'UNKNOWN',
    category: record.category,
    parameterFormat: record.parameter_format,
    rejectedReason: record.rejected_reason === 'NONE' ? undefined : record.rejected_reason,
    quality: record.quality_score,
    namespace: record.namespace,
    components: record.components,
  })),
);
