import type { Translate } from '../../core/translation/Translate';
import type { FieldProblem, ProblemReason } from '../../whatsapp/templateMessage';

/** Why a value of a template cannot be sent → the sentence that says so and what to do. */
export const problemKeys: Readonly<Record<ProblemReason, string>> = {
  valueMissing: 'templates:valueMissing',
  mediaMissing: 'templates:mediaMissing',
  locationMissing: 'templates:locationMissing',
  expiryMissing: 'templates:expiryMissing',
  valueHasBreaks: 'templates:valueHasBreaks',
  valueTooLong: 'templates:valueTooLong',
  bodyTooLong: 'templates:textTooLong',
  headerTooLong: 'templates:textTooLong',
  linkMalformed: 'templates:linkMalformed',
  locationMalformed: 'templates:locationMalformed',
  expiryPast: 'templates:expiryMissing',
  tooManyProducts: 'templates:tooManyProducts',
};

/** All that is wrong, each with its field, for people who have no form before them: `body.name: Fill this in.` */
export function describeProblems(problems: readonly FieldProblem[], t: Translate): string {
  return problems.map(({ field, reason, params }) => `${field}: ${t(problemKeys[reason], params)}`).join(' ');
}
