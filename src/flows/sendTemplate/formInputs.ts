import { createHash } from 'crypto';
import type { SnapshotFrom } from 'xstate';
import type { Choice } from '../../blocks/elements';
import type { Problem } from '../../handlers/core/errors/AppError';
import type { CachedTemplate } from '../../handlers/numbers/templates/templates';
import { problemKeys } from '../../handlers/numbers/templates/sendableTemplates';
import type { Translate } from '../../handlers/core/translator';
import type { TemplateDefinition } from '../../handlers/whatsapp/templateDefinition';
import type { FieldPlace, TemplateField } from '../../handlers/whatsapp/templateFields';
import { fieldsOf } from '../../handlers/whatsapp/templateFields';
import type { FieldProblem, FieldValue, FieldValues } from '../../handlers/whatsapp/templateMessage';
import { buildTemplateParts, charactersLeft } from '../../handlers/whatsapp/templateMessage';
import type { sendTemplate } from '../../machines/sendTemplate';
import type { RoomFile } from '../../machines/templateFields';
import type { Scene } from '../Flow';
import { templateOf } from './lookup';

/** One thing that is asked for. A field of the template is asked for by one input, a place by three. */
export interface FormInput {
  /** Unique for the template, its language and the input. */
  id: string;
  /** The id without the template, by which values of an earlier sending are found. */
  part: string;
  field: TemplateField;
  label: string;
  hint?: string;
  kind: 'text' | 'lines' | 'hours' | 'file';
}

/** The value of an input, typed or suggested; '' if there is none. */
type RawValues = (inputId: string) => string;

interface TemplateKey {
  name: string;
  language: string;
}

/** The choices for when an offer ends, in hours from now. */
export const OFFER_HOURS = [1, 6, 12, 24, 48, 72, 168] as const;

/** The choice of a select of files that stands for none: a select cannot be emptied. */
export const NO_FILE = 'none';

/** The inputs of a template's form, in the order of the message. */
export function inputsOf(template: TemplateKey & { definition: TemplateDefinition }, t: Translate): FormInput[] {
  return fieldsOf(template.definition).flatMap((field) =>
    partsOf(field, t).map((part) => ({ ...part, id: inputId(template, part.part), field })),
  );
}

/** The id of an input in views and records. */
function inputId({ name, language }: TemplateKey, part: string): string {
  const template = createHash('sha256').update(`${name} ${language}`).digest('hex').slice(0, 8);
  return `field.${template}.${part}`;
}

/** Facts that values are read with, besides the fields. */
interface Around {
  /** Files of the conversation that can be chosen. */
  files: readonly RoomFile[];
  /** Epoch milliseconds. */
  now: number;
}

/** The values of the fields, by the ids of `fieldsOf`, as `buildTemplateParts` takes them. */
export function valuesOf(inputs: readonly FormInput[], raw: RawValues, around: Around): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const { field } of inputs) {
    const ofField = inputs.filter((input) => input.field.id === field.id);
    const value = readValue(
      field,
      (suffix) => raw(ofField.find(({ part }) => part === field.id + suffix)?.id ?? ''),
      around,
    );
    if (value) {
      values[field.id] = value;
    }
  }
  return values;
}

/** Problems of the fields as sentences under their inputs. */
export function problemsOf(
  inputs: readonly FormInput[],
  raw: RawValues,
  problems: readonly FieldProblem[],
): Record<string, Problem> {
  const said = problems.map(({ field, reason, params }): [string, Problem] => {
    const input = inputs.find((each) => each.field.id === field);
    const isTyped = input !== undefined && raw(input.id).trim() !== '';
    const key = reason === 'locationMissing' && isTyped ? 'templates:locationMalformed' : problemKeys[reason];
    return [input?.id ?? field, { key, params }];
  });
  return Object.fromEntries(said);
}

type Part = Pick<FormInput, 'part' | 'label' | 'hint' | 'kind'>;

/** How a part of an input is drawn. */
interface Asked {
  field: TemplateField;
  t: Translate;
}

function partsOf(field: TemplateField, t: Translate): Part[] {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the table is typed by kind, and the input's own kind finds its row
  const build = partsByKind[field.input.kind] as (asked: Asked, input: TemplateField['input']) => Part[];
  return build({ field, t }, field.input).map((part) => ({ ...part, label: labelOf(field.place, part.label, t) }));
}

type Kind = TemplateField['input']['kind'];
type InputOf<K extends Kind> = Extract<TemplateField['input'], { kind: K }>;

const partsByKind: { [K in Kind]: (asked: Asked, input: InputOf<K>) => Part[] } = {
  text: (asked, { variable }) => {
    const key = asked.field.place.part === 'header' ? 'templates:inHeader' : 'templates:inBody';
    return textPart(asked, asked.t(key, { variable: `{{${variable}}}` }));
  },
  urlSuffix: (asked, { url }) =>
    textPart(asked, asked.t('templates:urlSuffix', buttonOf(asked)), asked.t('templates:urlSuffixHint', { url })),
  couponCode: (asked) => {
    // WhatsApp words the button itself, and most definitions bring no label.
    const { button } = buttonOf(asked);
    return textPart(
      asked,
      button === '' ? asked.t('templates:couponCodeAlone') : asked.t('templates:couponCode', { button }),
    );
  },
  oneTimeCode: (asked) => textPart(asked, asked.t('templates:oneTimeCode')),
  catalogId: (asked) => textPart(asked, asked.t('templates:catalogId')),
  productId: (asked) => {
    // A button asks for it only to show the product's picture.
    const key = asked.field.place.part === 'button' ? 'templates:productPicture' : 'templates:productId';
    return textPart(asked, asked.t(key), asked.field.isOptional ? asked.t('templates:productOptional') : '');
  },
  productList: ({ field, t }) => [
    { part: field.id, label: t('templates:products'), hint: t('templates:productsHint'), kind: 'lines' },
  ],
  expiry: ({ field, t }) => [{ part: field.id, label: t('templates:offerEnds'), kind: 'hours' }],
  media: (asked, { media }) => [
    ...textPart(asked, asked.t(mediaLabels[media]), asked.t('templates:mediaHint')),
    { part: `${asked.field.id}.file`, label: asked.t('templates:fileOfRoom'), kind: 'file' },
  ],
  location: ({ field: { id }, t }) => [
    { part: `${id}.position`, label: t('templates:position'), hint: t('templates:positionHint'), kind: 'text' },
    { part: `${id}.name`, label: t('templates:placeName'), kind: 'text' },
    { part: `${id}.address`, label: t('templates:placeAddress'), kind: 'text' },
  ],
};

function textPart({ field: { id, example, limit }, t }: Asked, label: string, more = ''): Part[] {
  const hints = [
    more,
    example === undefined ? '' : t('templates:example', { example }),
    limit === undefined ? '' : t('templates:limit', { limit }),
  ];
  const hint = hints.filter(Boolean).join(' ');
  return [{ part: id, label, kind: 'text', ...(hint ? { hint } : {}) }];
}

function buttonOf({ field }: Asked): { button: string } {
  return { button: field.place.button ?? '' };
}

const mediaLabels = {
  image: 'templates:headerImage',
  video: 'templates:headerVideo',
  document: 'templates:headerDocument',
  gif: 'templates:headerGif',
} as const;

function labelOf({ card }: FieldPlace, words: string, t: Translate): string {
  return card === undefined ? words : t('templates:onCard', { number: card + 1, what: words });
}

function readValue(
  field: TemplateField,
  raw: (suffix: string) => string,
  { files, now }: Around,
): FieldValue | undefined {
  const text = raw('').trim();
  if (field.input.kind === 'location') {
    const place = readPosition(raw('.position'));
    const details = { name: raw('.name').trim() || undefined, address: raw('.address').trim() || undefined };
    return place && { kind: 'location', ...place, ...details };
  }
  const file = files.find(({ id }) => id === raw('.file'));
  if (field.input.kind === 'media' && file) {
    // The link may be the one that was used last time, which nobody typed.
    return { kind: 'media', source: { upload: file.id }, filename: file.name };
  }
  if (text === '') {
    return undefined;
  }
  if (field.input.kind === 'expiry') {
    // A client may send anything in the place of the hours that it was offered.
    const hours = OFFER_HOURS.find((each) => String(each) === text);
    return hours && { kind: 'time', at: now + hours * 3_600_000 };
  }
  if (field.input.kind === 'media') {
    return { kind: 'media', source: /^\d+$/.test(text) ? { id: text } : { link: text } };
  }
  return { kind: 'text', text: raw('') };
}

/** Latitude and longitude as map services write them when they are copied, or in a link of theirs. */
const POSITION = /(?:^|[@=/])\s*([+-]?\d{1,3}(?:\.\d{1,20})?)\s{0,5}[,;]\s{0,5}([+-]?\d{1,3}(?:\.\d{1,20})?)/;

function readPosition(text: string): { latitude: number; longitude: number } | undefined {
  const found = POSITION.exec(text.trim());
  return found ? { latitude: Number(found[1]), longitude: Number(found[2]) } : undefined;
}

/** The files that fit a header of this kind. */
export function filesFor(input: TemplateField['input'], files: readonly RoomFile[]): RoomFile[] {
  const media = input.kind === 'media' ? input.media : undefined;
  return files.filter(({ type }) => media === 'document' || type === (media === 'gif' ? 'video' : media));
}

/**
 * How many files one field offers, and all fields together. A client sends the whole form back, and the server accepts
 * at most 100 kB. A carousel has a header on each of its ten cards.
 */
const MOST_FILES = { inField: 30, inForm: 60 };

/** The length to which a file's name is cut. Its end is kept, because cameras and phones count there. */
const NAME_PARTS = { start: 24, end: 24 };

/** The choices of a select of files. @param inputs of the whole form */
export function fileChoices(
  { field: { input } }: FormInput,
  { files, inputs, t }: { files: readonly RoomFile[]; inputs: readonly FormInput[]; t: Translate },
): Choice[] {
  const fields = inputs.filter(({ kind }) => kind === 'file').length;
  const most = Math.min(MOST_FILES.inField, Math.floor(MOST_FILES.inForm / fields));
  const choices = filesFor(input, files).slice(0, most);
  return [
    { value: NO_FILE, text: t('templates:noFile') },
    ...choices.map(({ id, name }) => ({ value: id, text: shortName(name) })),
  ];
}

function shortName(name: string): string {
  const signs = [...name];
  const { start, end } = NAME_PARTS;
  return signs.length <= start + end + 1 ? name : `${signs.slice(0, start).join('')}…${signs.slice(-end).join('')}`;
}

export type WizardContext = SnapshotFrom<typeof sendTemplate>['context'];

/** The form of the chosen template with its current values. */
export interface TemplateForm {
  template: CachedTemplate;
  inputs: FormInput[];
  raw: RawValues;
  values: FieldValues;
  /** Errors by the ids of the inputs; empty when the template can be sent. */
  problems: Record<string, Problem>;
}

/** The form of a position; undefined when the template is no longer known. */
export async function formOf(scene: Scene, context: WizardContext): Promise<TemplateForm | undefined> {
  const template = await templateOf(scene.host, context);
  if (!template) {
    return undefined;
  }
  const now = Date.now();
  const inputs = inputsOf(template, scene.t);
  const raw: RawValues = (id) => context.typed[id] ?? context.suggested[id] ?? '';
  const values = valuesOf(inputs, raw, { files: context.files, now });
  const built = buildTemplateParts(template.definition, values, now);
  return { template, inputs, raw, values, problems: built.ok ? {} : problemsOf(inputs, raw, built.problems) };
}

/** How many characters are left for the texts of a template, in words; undefined when the template has no inputs. */
export function spaceLeft({ template, values }: TemplateForm, { t }: Scene): string | undefined {
  const { definition } = template;
  const spaces = (['header', 'body'] as const).flatMap((part) => {
    const text =
      part === 'body' ? definition.body : definition.header?.format === 'text' ? definition.header : undefined;
    const left = charactersLeft(definition, part, values);
    const key = part === 'body' ? 'templates:bodyLeft' : 'templates:headerLeft';
    return left === undefined || !text || text.variables.length === 0 ? [] : [t(key, { number: left })];
  });
  return spaces.length > 0 ? spaces.join(' ') : undefined;
}
