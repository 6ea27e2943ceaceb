import * as v from 'valibot';

/**
 * `POST templateMessage` as Rocket.Chat's own WhatsApp apps publish it. Fields that they do not name are ignored.
 * Source: Rocket.Chat-Open-API, marketplace-apps.yaml.
 */
export interface TemplateRequest {
  /** The unchecked numbers. Each is checked separately, so that one bad number does not affect the others. */
  phoneNumbers: string[];
  connectedWhatsAppNo: string;
  /** A username. Gets the conversation that the customer's answer opens. */
  targetAgent?: string;
  /** A department's name or id, likewise. */
  targetDepartment?: string;
  template: { name: string; language: string; components: unknown[] };
  /** Our extension: the answer has a result for each number. */
  isDetailed: boolean;
}

/** The request, or the text of the contract's `error`. */
export type ReadRequest = { ok: true; request: TemplateRequest } | { ok: false; error: string };

/** The most recipients that the contract allows in one request. */
const MOST_NUMBERS = 250;

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());
const optionalText = v.optional(v.nullish(v.pipe(v.string(), v.trim())));

const templateSchema = v.looseObject({
  name: filled,
  language: v.union([
    filled,
    v.pipe(
      v.looseObject({ code: filled }),
      v.transform(({ code }) => code),
    ),
  ]),
  components: v.optional(v.nullish(v.array(v.unknown()))),
});

/**
 * Parses the body of a request. The error is the first one in the order of the contract, in the contract's own words.
 */
export function readTemplateRequest(body: unknown): ReadRequest {
  const fields = v.safeParse(v.looseObject({}), body);
  if (!fields.success) return refuse('Error! The request body must be a JSON object');
  const { phoneNumbers, connectedWhatsAppNo, template, targetAgent, targetDepartment, results } = fields.output;
  const numbers = v.safeParse(v.pipe(v.array(v.union([v.string(), v.number()])), v.minLength(1)), phoneNumbers);
  if (!numbers.success) return refuse(missing('phoneNumbers'));
  if (numbers.output.length > MOST_NUMBERS) {
    return refuse(`Too many phone numbers! Please make sure that phoneNumbers are <= ${MOST_NUMBERS}`);
  }
  const sender = v.safeParse(v.union([filled, v.pipe(v.number(), v.transform(String))]), connectedWhatsAppNo);
  if (!sender.success) return refuse(missing('connectedWhatsAppNo'));
  if (template === undefined || template === null) return refuse(missing('template'));
  const parts = v.safeParse(templateSchema, template);
  if (!parts.success) return refuse(missing(`template.${v.getDotPath(parts.issues[0]) ?? 'name'}`));
  const targets = v.safeParse(v.object({ agent: optionalText, department: optionalText }), {
    agent: targetAgent,
    department: targetDepartment,
  });
  if (!targets.success) return refuse('Error! "targetAgent" and "targetDepartment" must be texts');
  return {
    ok: true,
    request: {
      phoneNumbers: numbers.output.map(String),
      connectedWhatsAppNo: sender.output,
      targetAgent: targets.output.agent || undefined,
      targetDepartment: targets.output.department || undefined,
      template: {
        name: parts.output.name,
        language: parts.output.language,
        components: parts.output.components ?? [],
      },
      isDetailed: results === 'detailed',
    },
  };
}

function missing(field: string): string {
  return `Error! Missing "${field}" field within the request`;
}

function refuse(error: string): ReadRequest {
  return { ok: false, error };
}
