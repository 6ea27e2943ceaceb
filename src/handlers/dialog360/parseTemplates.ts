import * as v from 'valibot';

/** A message template as 360dialog lists it. Each language of a name is a separate template. */
export interface Template {
  /** Meta's id, which webhooks use; 360dialog's own id when the older API gives no other. */
  id?: string;
  name: string;
  /** For instance `en_US`. */
  language: string;
  /** In capitals, as are all states here: APPROVED, PENDING, REJECTED, PAUSED …; UNKNOWN where the record has none. */
  status: string;
  /** MARKETING, UTILITY, AUTHENTICATION, or an older one. */
  category?: string;
  /** POSITIONAL or NAMED. */
  parameterFormat?: string;
  rejectedReason?: string;
  /** GREEN, YELLOW, RED or UNKNOWN. */
  quality?: string;
  namespace?: string;
  components: TemplateComponent[];
}

/** A part of a template. Parts of unknown kinds are kept unchanged. */
interface TemplateComponent {
  /** In capitals: HEADER, BODY, FOOTER, BUTTONS, CAROUSEL … */
  type: string;
  /** The format of a header, in capitals: TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION … */
  format?: string;
  text?: string;
  buttons?: { type: string; text?: string; [field: string]: unknown }[];
  [field: string]: unknown;
}

/** The templates of an account. */
export interface TemplateList {
  templates: Template[];
  /** The number of records without a name or a language, which nobody could send. */
  skipped: number;
}

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
/** Any field may be missing in records of the older API. A part that cannot be parsed is left out alone. */
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
const templateSchema = v.pipe(
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

/** Parses the records one by one, so that an invalid one does not affect the others. */
export function parseTemplates(records: readonly unknown[]): TemplateList {
  const templates = records.flatMap((record) => {
    const parsed = v.safeParse(templateSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
  return { templates, skipped: records.length - templates.length };
}
