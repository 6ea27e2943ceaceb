import type { SnapshotFrom } from 'xstate';
import type { Choice } from '../../blocks/elements';
import type { ListConfirmModel, ListFormModel, ListValuesModel } from '../../blocks/listForms';
import { MOST_PASTED, MOST_ROWS } from '../../handlers/outbound/bulk/recipientList';
import { findBatch, findJob } from '../../handlers/outbound/bulk/templateJobs';
import type { CachedTemplate } from '../../handlers/numbers/templates/templates';
import { sayCode } from '../../handlers/numbers/sayCode';
import type { bulkTemplate } from '../../machines/bulkTemplate';
import type { Scene } from '../Flow';
import { fileChoices, filesFor, inputsOf, OFFER_HOURS } from '../sendTemplate/formInputs';
import { headingOf } from '../sendTemplate/models';
import { previewParts } from '../sendTemplate/previewParts';
import { canDiffer, columnId, FILE, NONE, NUMBERS, PHONE } from './lookThrough';

type ListContext = SnapshotFrom<typeof bulkTemplate>['context'];

/** The screen on which the list is given. */
export async function formModel(scene: Scene, context: ListContext): Promise<ListFormModel> {
  const { t } = scene;
  const { typed, files } = context;
  return {
    heading: await headingOf(scene, context),
    notice: noticeOf(scene, context),
    numbers: {
      id: NUMBERS,
      label: t('bulk:numbers'),
      hint: t('bulk:numbersHint', { limit: MOST_PASTED, next: t('templates:goOn') }),
      value: typed[NUMBERS],
      problem: problemAt(scene, context, NUMBERS),
    },
    file: {
      id: FILE,
      label: t('bulk:file'),
      hint: t('bulk:fileHint', { limit: MOST_ROWS }),
      value: typed[FILE] ?? NONE,
      choices: [
        { value: NONE, text: t('templates:noFile') },
        ...files.map(({ id, name }) => ({ value: id, text: name })),
      ],
      problem: problemAt(scene, context, FILE),
    },
    noFiles: files.length === 0 ? t('bulk:noFiles', { limit: MOST_ROWS }) : undefined,
  };
}

/** The screen on which columns are chosen and the other fields are filled in. */
export async function valuesModel(
  scene: Scene,
  context: ListContext,
  template: CachedTemplate | undefined,
): Promise<ListValuesModel> {
  const { t } = scene;
  const raw = (id: string) => context.typed[id] ?? context.suggested[id] ?? '';
  const columns: Choice[] = context.columns.map((name) => ({ value: name, text: name }));
  const same = { value: NONE, text: t('bulk:sameForAll') };
  const hours = OFFER_HOURS.map((each) => ({ value: String(each), text: t('templates:inHours', { hours: each }) }));
  const phone = {
    id: PHONE,
    label: t('bulk:phoneColumn'),
    choices: columns,
    value: raw(PHONE),
    problem: problemAt(scene, context, PHONE),
  };
  const inputs = template ? inputsOf(template, t) : [];
  const fields = inputs.flatMap((input) => {
    const { id, label, kind, field } = input;
    const fitting = filesFor(field.input, context.ownFiles);
    if (kind === 'file') {
      const choices = fileChoices(input, { files: context.ownFiles, inputs, t });
      const file = { id, actionId: `${id}.0`, label: t('bulk:ownFile'), hint: t('bulk:ownFileHint'), choices };
      return fitting.length > 0 ? [{ ...file, value: raw(id) || NONE, problem: problemAt(scene, context, id) }] : [];
    }
    const isAlone = field.input.kind === 'media' && fitting.length === 0;
    const hint = [input.hint, isAlone ? t('bulk:noOwnFiles') : ''].filter(Boolean).join(' ');
    const column = {
      id: columnId(input),
      label: t('bulk:column', { label }),
      choices: [same, ...columns],
      value: raw(columnId(input)) || NONE,
    };
    const value = {
      id,
      actionId: `${id}.0`,
      label,
      hint,
      value: raw(id),
      ...(kind === 'hours' ? { choices: hours } : {}),
      ...(kind === 'lines' ? { multiline: true } : {}),
      problem: problemAt(scene, context, id),
    };
    if (columns.length === 0 || !canDiffer(input)) {
      return [value];
    }
    // A column fills in this value, so no field for it is drawn.
    return column.value === NONE ? [column, value] : [column];
  });
  return {
    heading: await headingOf(scene, context, template),
    notice: noticeOf(scene, context),
    fields: [...(columns.length > 0 ? [phone] : []), ...fields],
    parts: template ? previewParts(template.definition, {}, t) : [],
  };
}

/**
 * The last screen before anything is sent: the number of people, the price category, who is left out, and the first
 * person's message.
 */
export async function confirmModel(
  scene: Scene,
  context: ListContext,
  template: CachedTemplate | undefined,
): Promise<ListConfirmModel> {
  const { t, host } = scene;
  const { report, job: id = '' } = context;
  const { valid = 0, examples = [], ...left } = report ?? {};
  const all = Object.values(left).reduce((sum, count) => sum + count, 0);
  const reasons = Object.entries(left).flatMap(([why, count]) =>
    count > 0 ? [t(leftWords[why] ?? '', { number: count })] : [],
  );
  const more = all - examples.length;
  const job = valid > 0 && template ? await findJob(host, id) : undefined;
  const first = job && (await findBatch(host, id, 0))?.people[0];
  return {
    heading: await headingOf(scene, context, template),
    notice: noticeOf(scene, context),
    summary: [
      t('bulk:valid', { number: valid }),
      ...(all > 0 ? [t('bulk:leftOut', { number: all })] : []),
      ...reasons,
    ].join('\n'),
    cost:
      valid > 0
        ? t('bulk:cost', { number: valid, category: sayCode(template?.category ?? 'UNKNOWN', t) })
        : t('bulk:nobodyLeft'),
    examples: [...examples, ...(more > 0 ? [t('bulk:moreExamples', { number: more })] : [])],
    send: valid > 0 ? t('bulk:send', { number: valid }) : undefined,
    parts: template && job ? previewParts(template.definition, { ...job.values, ...first?.values }, t) : [],
  };
}

const leftWords: Readonly<Record<string, string>> = {
  invalid: 'bulk:invalid',
  duplicates: 'bulk:duplicates',
  optedOut: 'bulk:optedOut',
  unfilled: 'bulk:unfilled',
};

function noticeOf({ t }: Scene, { notice }: ListContext): string | undefined {
  return notice && `:warning: ${t(notice.key, notice.params)}`;
}

function problemAt({ t }: Scene, { problems }: ListContext, id: string): string | undefined {
  const problem = problems[id];
  return problem && t(problem.key, problem.params);
}
