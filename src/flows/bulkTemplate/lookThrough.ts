import type { SnapshotFrom } from 'xstate';
import type { Problem } from '../../handlers/core/errors/AppError';
import type { ListRow, RecipientList } from '../../handlers/outbound/bulk/recipientList';
import { canSend, respectedOptOut } from '../../handlers/outbound/canSend';
import { findCustomer } from '../../handlers/omnichannel/conversations/conversations';
import type { ConnectedNumber } from '../../handlers/numbers/numbers';
import type { TemplateJob, TemplatePerson } from '../../handlers/outbound/bulk/templateJobs';
import type { CachedTemplate } from '../../handlers/numbers/templates/templates';
import { escapeMarkdown } from '../../handlers/whatsapp/markup/whatsAppToMarkdown';
import { formatPhone, phoneVariants, readPhoneNumber } from '../../handlers/whatsapp/phoneNumbers';
import type { FieldValue, FieldValues } from '../../handlers/whatsapp/templateMessage';
import { buildTemplateParts } from '../../handlers/whatsapp/templateMessage';
import type { bulkTemplate, ListReport } from '../../machines/bulkTemplate';
import type { Scene } from '../Flow';
import type { FormInput } from '../sendTemplate/formInputs';
import { inputsOf, problemsOf, valuesOf } from '../sendTemplate/formInputs';

type ListContext = SnapshotFrom<typeof bulkTemplate>['context'];

/** The number of people who are looked up at a time. */
const SIDE_BY_SIDE = 32;

/** How many left-out people are listed before anything is sent. The result lists all of them. */
const EXAMPLES = 8;

interface Looking {
  list: RecipientList;
  template: CachedTemplate;
  number: ConnectedNumber;
  context: ListContext;
}

type Looked =
  | { ok: false; problems: Record<string, Problem> }
  | {
      ok: true;
      people: TemplatePerson[];
      skipped: TemplatePerson[];
      /** The values that are the same for everybody. */
      values: TemplateJob['values'];
      report: ListReport;
    };

/** The reason why somebody is left out, by which they are counted. */
type Left = Exclude<keyof ListReport, 'valid' | 'examples'>;

/**
 * Finds out who on a list gets the template, and why the others do not: invalid entries, duplicates and people who
 * opted out.
 */
export async function lookThrough(scene: Scene, { list, template, number, context }: Looking): Promise<Looked> {
  const { host, t } = scene;
  const raw = (id: string) => context.typed[id] ?? context.suggested[id] ?? '';
  const inputs = inputsOf(template, t);
  const phoneAt = list.columns.length === 0 ? 0 : list.columns.indexOf(raw(PHONE));
  const columns = new Map(
    inputs.flatMap((input) => {
      const column = canDiffer(input) ? raw(columnId(input)) : NONE;
      const at = list.columns.indexOf(column);
      return at === -1 ? [] : [[input, at] as const];
    }),
  );
  const values = valuesOf(
    inputs.filter((input) => !columns.has(input)),
    raw,
    { files: context.ownFiles, now: Date.now() },
  );
  const problems = {
    ...(phoneAt === -1 ? { [PHONE]: { key: 'bulk:phoneColumnMissing' } } : {}),
    ...commonProblems({ template, inputs, columns, values, raw }),
  };
  if (Object.keys(problems).length > 0) {
    return { ok: false, problems };
  }
  const own = (await host.memory.numbers.get(host)).map(({ digits }) => digits);
  const seen = new Map<string, number>(
    own.flatMap((digits) => phoneVariants(digits).map((each) => [each, 0] as const)),
  );
  const left: Record<Left, number> = { invalid: 0, duplicates: 0, optedOut: 0, unfilled: 0 };
  const skipped: TemplatePerson[] = [];
  const skip = (why: Left, { line, cells }: ListRow, problem: Problem, waId = '') => {
    left[why] += 1;
    const written = waId === '' ? { written: (cells[phoneAt] ?? '').slice(0, 100) } : {};
    skipped.push({ waId, line, ...written, outcome: { state: 'skipped', ...problem } });
  };
  const fitting: { row: ListRow; person: TemplatePerson }[] = [];
  for (const row of list.rows) {
    const phone = readPhoneNumber(row.cells[phoneAt] ?? '');
    const before = phone.ok ? seen.get(phone.value.digits) : undefined;
    if (!phone.ok) {
      skip('invalid', row, phone.error);
    } else if (before === 0) {
      skip('invalid', row, { key: 'templates:ownNumber' }, phone.value.digits);
    } else if (before !== undefined) {
      skip('duplicates', row, { key: 'bulk:duplicate', params: { line: before } }, phone.value.digits);
    } else {
      const waId = phone.value.digits;
      const ofPerson = personValues(row, columns);
      const problem = problemOf({ template, inputs, values: { ...values, ...ofPerson } }, scene);
      phoneVariants(waId).forEach((variant) => seen.set(variant, row.line));
      if (problem) {
        skip('unfilled', row, problem, waId);
      } else {
        const isSame = Object.keys(ofPerson).length === 0;
        fitting.push({ row, person: { waId, line: row.line, ...(isSame ? {} : { values: ofPerson }) } });
      }
    }
  }
  const people: TemplatePerson[] = [];
  for (let at = 0; at < fitting.length; at += SIDE_BY_SIDE) {
    const part = fitting.slice(at, at + SIDE_BY_SIDE);
    const refusals = await Promise.all(part.map(({ person }) => refusalFor(scene, { number, template, person })));
    part.forEach(({ row, person }, index) => {
      const key = refusals[index];
      if (key === undefined) {
        people.push(person);
      } else {
        skip('optedOut', row, { key }, person.waId);
      }
    });
  }
  skipped.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const examples = skipped.slice(0, EXAMPLES).map(({ line = 0, waId, written = '', outcome }) => {
    const what = waId === '' ? escapeMarkdown(written) : formatPhone(waId);
    return t('bulk:example', { line, what, reason: t(outcome?.key ?? '', outcome?.params) });
  });
  return { ok: true, people, skipped, values, report: { valid: people.length, ...left, examples } };
}

/** Errors of the values that everybody gets, and fields that have neither a column nor a value. */
function commonProblems({
  template,
  inputs,
  columns,
  values,
  raw,
}: {
  template: CachedTemplate;
  inputs: readonly FormInput[];
  columns: ReadonlyMap<FormInput, number>;
  values: FieldValues;
  raw: (id: string) => string;
}): Record<string, Problem> {
  const filled: Record<string, FieldValue | undefined> = { ...values };
  for (const input of columns.keys()) {
    filled[input.field.id] = { kind: 'text', text: '–' };
  }
  const built = buildTemplateParts(template.definition, filled, Date.now());
  return built.ok ? {} : problemsOf(inputs, raw, built.problems);
}

function personValues(
  { cells }: ListRow,
  columns: ReadonlyMap<FormInput, number>,
): Record<string, { kind: 'text'; text: string }> {
  const own = [...columns].flatMap(([{ field }, at]) => {
    const text = cells[at] ?? '';
    return text === '' && field.isOptional ? [] : [[field.id, { kind: 'text', text }] as const];
  });
  return Object.fromEntries(own);
}

/** Why WhatsApp would not take the message with these values, in words: the label of the field and what is wrong. */
function problemOf(
  { template, inputs, values }: { template: CachedTemplate; inputs: readonly FormInput[]; values: FieldValues },
  { t }: Scene,
): Problem | undefined {
  const built = buildTemplateParts(template.definition, values, Date.now());
  if (built.ok) {
    return undefined;
  }
  const raw = (id: string) => {
    const value = values[inputs.find((input) => input.id === id)?.field.id ?? ''];
    return value?.kind === 'text' ? value.text : '';
  };
  const [first] = Object.entries(problemsOf(inputs, raw, built.problems));
  const label = inputs.find(({ id }) => id === first?.[0])?.label ?? '';
  return first && { key: 'bulk:valueWrong', params: { label, reason: t(first[1].key, first[1].params) } };
}

/** Asks the gate whether this person may get messages. They may have opted out. */
async function refusalFor(
  { host }: Scene,
  { number, template, person }: { number: ConnectedNumber; template: CachedTemplate; person: TemplatePerson },
): Promise<string | undefined> {
  const optOut = await respectedOptOut(host, await findCustomer(host, number.digits, [person.waId]));
  const isPlain = template.category === 'UTILITY' || template.category === 'AUTHENTICATION';
  return canSend({
    kind: isPlain ? 'template' : 'marketing',
    number,
    optOut,
    window: { state: 'unknown', lastInboundAt: undefined },
  });
}

/** The choice of a select that stands for "no column" or "no file". */
export const NONE = 'none';

/** Ids of the inputs that no template has. */
export const NUMBERS = 'numbers';
export const FILE = 'file';
export const PHONE = 'phone';

/** The id of the select that names the column of an input. */
export function columnId(input: Pick<FormInput, 'id'>): string {
  return `column.${input.id}`;
}

/** Whether each person can have a value of their own. */
export function canDiffer({ part, field }: FormInput): boolean {
  return (
    part === field.id && ['text', 'urlSuffix', 'couponCode', 'oneTimeCode', 'productId'].includes(field.input.kind)
  );
}
