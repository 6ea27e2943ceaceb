import type { FieldErrors } from '../../machines/NumberForm';
import type { Translate } from '../../handlers/translation/Translate';

/** What is said elsewhere of a stored key does not fit one that was just typed: the next step is another one. */
const inForm: Readonly<Record<string, string>> = { 'errors:keyRefused': 'errors:keyNotAccepted' };

/** The sentences of a form's errors, by field. */
export function sentencesOf(errors: FieldErrors, t: Translate): (readonly [field: string, sentence: string])[] {
  return Object.entries(errors).map(([field, { key, params }]) => [field, t(inForm[key] ?? key, params)] as const);
}
