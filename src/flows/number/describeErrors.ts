import type { FieldErrors } from '../../machines/NumberForm';
import type { Translate } from '../../handlers/translation/Translate';
import { sentencesOf } from './sentencesOf';

/** All sentences of a form's errors, for a place that has no fields. */
export function describeErrors(errors: FieldErrors, t: Translate): string {
  return sentencesOf(errors, t)
    .map(([, sentence]) => sentence)
    .join(' ');
}
