import type { FieldErrors } from '../../machines/NumberForm';
import type { Translate } from '../../handlers/translation/Translate';

/** All sentences of a form's errors, for a place that has no fields. */
export function describeErrors(errors: FieldErrors, t: Translate): string {
  return Object.values(errors)
    .map(({ key, params }) => t(key, params))
    .join(' ');
}
