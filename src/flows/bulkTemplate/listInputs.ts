import type { Translate } from '../../handlers/translation/Translate';
import type { CachedTemplate } from '../../handlers/records/templates';
import { inputsOf, type FormInput } from '../sendTemplate/formInputs';

/** The choice of a select that stands for no column, and for no file. */
export const NONE = 'none';

/** Ids of the inputs that no template has. */
export const NUMBERS = 'numbers';
export const FILE = 'file';
export const PHONE = 'phone';

/** The id of the select that names the column of an input. */
export function columnId(input: Pick<FormInput, 'id'>): string {
  return `column.${input.id}`;
}

/** What a list is asked for. Files of a conversation are none of it: they may go to that conversation's customer only. */
export function listInputs(template: CachedTemplate, t: Translate): FormInput[] {
  return inputsOf(template, t).filter(({ kind }) => kind !== 'file');
}

/** Whether each person can have a value of their own. */
export function canDiffer({ part, field }: FormInput): boolean {
  return (
    part === field.id && ['text', 'urlSuffix', 'couponCode', 'oneTimeCode', 'productId'].includes(field.input.kind)
  );
}
