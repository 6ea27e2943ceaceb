import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { NumberForm } from '../machines/numberForm';
import type { Choice, Drawing } from './elements';
import { section, selectInput, textInput } from './elements';
import { modal } from './modal';
import type { ModalScreen } from './modal';

/** A select cannot be cleared, so "no department" is one of its choices. */
export const NO_DEPARTMENT = 'none';

/**
 * The placeholder of the key field when the form is drawn again after a key was typed. The key itself is never drawn,
 * because the engine logs every view.
 */
export const KEPT_KEY = '••••••••';

/** What the Connect and Edit modals show. */
export interface NumberFormModel {
  editing: boolean;
  form: NumberForm;
  departments: Choice[];
  /** The name of the chosen department when the department no longer exists. It stays chosen until the admin chooses another one. */
  goneDepartment?: string;
  /** Error sentences by field, for a form that opens with its errors: no client shows those by itself. */
  problems: Readonly<Record<string, string>>;
}

/** The modal in which a number is connected or changed. */
export function numberForm(drawing: Drawing, model: NumberFormModel): ModalScreen {
  const { editing, form, problems } = model;
  const { t } = drawing;
  return modal(drawing, {
    title: t(editing ? 'connect:editTitle' : 'connect:title'),
    submit: t(editing ? 'connect:update' : 'connect:connect'),
    close: t('connect:cancel'),
    blocks: withProblems(drawing, problems, [
      textInput(drawing, {
        id: 'apiKey',
        label: t(editing ? 'connect:apiKeyName' : 'connect:apiKey'),
        hint: keyHint(drawing, { editing, form }),
        placeholder: form.apiKey ? KEPT_KEY : undefined,
      }),
      ...(editing ? [section(drawing, 'phone', t('connect:editedNumber', { number: form.phoneNumber }))] : []),
      ...(editing ? [] : [phoneInput(drawing, form)]),
      departmentInput(drawing, model),
      ...messageInputs(drawing, form),
    ]),
  });
}

/** Each sentence stands right under the field that it is about. */
function withProblems(
  drawing: Drawing,
  problems: NumberFormModel['problems'],
  blocks: readonly LayoutBlock[],
): LayoutBlock[] {
  return blocks.flatMap((block) => {
    const id = block.blockId ?? '';
    const problem = problems[id];
    return problem === undefined ? [block] : [block, section(drawing, `problem-${id}`, `:warning: ${problem}`)];
  });
}

function keyHint({ t }: Drawing, { editing, form }: Pick<NumberFormModel, 'editing' | 'form'>): string {
  return form.apiKey ? t('connect:apiKeyTyped') : t(editing ? 'connect:apiKeyKept' : 'connect:apiKeyHint');
}

function phoneInput(drawing: Drawing, { phoneNumber }: NumberForm): LayoutBlock {
  const { t } = drawing;
  return textInput(drawing, {
    id: 'phoneNumber',
    label: t('connect:phoneNumber'),
    hint: t('connect:phoneNumberHint'),
    value: phoneNumber,
  });
}

function departmentInput(drawing: Drawing, { form, departments, goneDepartment }: NumberFormModel): LayoutBlock {
  const { t } = drawing;
  const gone = goneDepartment && { department: goneDepartment };
  const usualHint = departments.length > 0 ? 'connect:departmentHint' : 'connect:noDepartments';
  return selectInput(drawing, {
    id: 'departmentId',
    label: t('connect:department'),
    hint: gone ? t('connect:departmentGoneHint', gone) : t(usualHint),
    placeholder: t('connect:departmentPlaceholder'),
    choices: [
      { value: NO_DEPARTMENT, text: t('connect:noDepartment') },
      ...(gone ? [{ value: form.departmentId, text: t('connect:departmentGone', gone) }] : []),
      ...departments,
    ],
    value: form.departmentId || NO_DEPARTMENT,
  });
}

function messageInputs(drawing: Drawing, form: NumberForm): LayoutBlock[] {
  const { t } = drawing;
  return (['welcomeMessage', 'finishedMessage', 'offlineMessage'] as const).map((id) =>
    textInput(drawing, {
      id,
      label: t(`connect:${id}`),
      hint: t(`connect:${id}Hint`),
      value: form[id],
      multiline: true,
    }),
  );
}
