import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { PreviewPart } from '../../../src/blocks/templatePreview';
import { previewParts } from '../../../src/flows/sendTemplate/previewParts';
import { createTranslator } from '../../../src/handlers/core/translator';
import { readDefinition } from '../../../src/handlers/whatsapp/templateDefinition';
import type { TemplateField } from '../../../src/handlers/whatsapp/templateFields';
import { fieldsOf } from '../../../src/handlers/whatsapp/templateFields';
import type { FieldValue } from '../../../src/handlers/whatsapp/templateMessage';
import { buildTemplateParts } from '../../../src/handlers/whatsapp/templateMessage';
import { demoTemplates } from '../../../workbench/src/simulator/demo/fillDemoData';
import type { TestSimulator } from '../../../workbench/test/simulator/support/startTestSimulator';
import { startTestSimulator } from '../../../workbench/test/simulator/support/startTestSimulator';
import { rareTemplates } from '../../fixtures/rareTemplates';

// Every template is either sent with exactly what its definition asks for, as the simulator checks it by Meta's rules, or it
// names the part for which it cannot be filled in here.

const NOW = Date.now();
/** Far enough ahead that an offer has not ended whenever the test runs, and the same in every snapshot. */
const LATER = Date.UTC(2100, 0, 1);
const t = createTranslator('en');

const templateSchema = v.object({
  name: v.fallback(v.string(), 'unnamed'),
  category: v.fallback(v.pipe(v.string(), v.toUpperCase()), 'UTILITY'),
  parameter_format: v.fallback(v.optional(v.pipe(v.string(), v.toUpperCase())), undefined),
  parameterFormat: v.fallback(v.optional(v.string()), undefined),
  components: v.pipe(v.array(v.looseObject({ type: v.string() })), v.nonEmpty()),
});
type Template = v.InferOutput<typeof templateSchema>;

/** What a person would give for each kind of field. */
const samples: { [Kind in TemplateField['input']['kind']]: FieldValue } = {
  text: { kind: 'text', text: 'Ana' },
  urlSuffix: { kind: 'text', text: 'orders/7' },
  couponCode: { kind: 'text', text: 'BREAD25' },
  oneTimeCode: { kind: 'text', text: '123456' },
  catalogId: { kind: 'text', text: '194836987003835' },
  productId: { kind: 'text', text: '2lc20305pt' },
  productList: { kind: 'text', text: '2lc20305pt\nnseiw1x3ch' },
  expiry: { kind: 'time', at: LATER },
  media: { kind: 'media', source: { link: 'https://example.com/file' }, filename: 'file' },
  location: { kind: 'location', latitude: -23.55, longitude: -46.63, name: 'Bakery', address: 'Rua A 1' },
};

let simulator: TestSimulator;

beforeAll(async () => {
  simulator = await startTestSimulator();
  await simulator.control('POST', '/switches', { limits: 'off' });
});
afterAll(() => simulator.stop());

function fill({ category, components, ...record }: Template) {
  const parameterFormat = record.parameter_format ?? record.parameterFormat;
  const definition = readDefinition({ category, parameterFormat, components });
  const values = Object.fromEntries(fieldsOf(definition).map(({ id, input }) => [id, samples[input.kind]]));
  return {
    definition,
    preview: previewParts(definition, values, t),
    built: buildTemplateParts(definition, values, NOW),
  };
}

/** What Meta answers to this template with these components. */
async function answerTo(template: Template, name: string, components: object[]): Promise<unknown> {
  const { category, parameter_format: format } = template;
  const stored = { name, language: 'en', category, components: template.components };
  const parameterFormat = (format ?? template.parameterFormat) === 'NAMED' ? 'NAMED' : 'POSITIONAL';
  await simulator.control('POST', '/templates', { templates: [{ ...stored, parameterFormat }] });
  const sent = { name, language: { code: 'en', policy: 'deterministic' }, components };
  const { status, json } = await simulator.send({ type: 'template', template: sent });
  return status === 200 ? 'taken' : json;
}

/** Sends it where its form can be filled in, else says why not. */
async function judge(template: Template, name: string) {
  const { definition, built, preview } = fill(template);
  if (definition.unknownParts.length > 0) {
    return { refusedFor: definition.unknownParts };
  }
  expect(built.ok ? [] : built.problems).toEqual([]);
  const components = built.ok ? built.components : [];
  expect([template.name, await answerTo(template, name, components)]).toEqual([template.name, 'taken']);
  return { preview: preview.map(withPlainSpaces), components };
}

/** Some versions of the language data stand a narrow space before PM. */
function withPlainSpaces(part: PreviewPart): PreviewPart {
  return part.body === undefined ? part : { ...part, body: part.body.replaceAll('\u202f', ' ') };
}

const own = [
  ...demoTemplates.map((template) => [`${template.name} ${template.language}`, template] as const),
  ...rareTemplates.map((template) => [template.name, template] as const),
];

test.each(own)('%s is previewed and sent as its definition asks', async (title, template) => {
  expect(await judge(v.parse(templateSchema, template), title.replace(' ', '_').toLowerCase())).toMatchSnapshot();
});

/** Real definitions, where a neighbouring folder has them; they are not part of this repository. */
const folder = join(__dirname, '../../../../shared/payloads');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /templates?-.*\.json$/.test(name)) : [];

/** Every object with components of a definition in a body, however deep. */
function definitionsIn(body: unknown): Template[] {
  const parsed = v.safeParse(templateSchema, body);
  const inside = typeof body === 'object' && body !== null ? Object.values(body).flatMap(definitionsIn) : [];
  const isSend = parsed.success && parsed.output.components.some((part) => 'parameters' in part);
  return parsed.success && !isSend ? [parsed.output] : inside;
}

const real = files.flatMap((file) => {
  const found = definitionsIn(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return found.map((template, at) => [`${file} ${at}`, template] as const);
});

(real.length > 0 ? describe : describe.skip)('real definitions', () => {
  test.each(real)('%s is previewed, and sent or refused with a reason', async (name, template) => {
    const judged = await judge(template, `real_${real.findIndex(([each]) => each === name)}`);
    if ('preview' in judged) {
      expect(judged.preview?.some(({ body, buttons }) => body || buttons.length > 0)).toBe(true);
      expect(JSON.stringify(judged.preview)).not.toContain('{{');
    }
  });
});
