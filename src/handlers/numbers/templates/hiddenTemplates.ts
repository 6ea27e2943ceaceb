import type { Translate } from '../../core/translator';
import type { Template } from '../../dialog360/parseTemplates';
import type { FieldProblem, ProblemReason } from '../../whatsapp/templateMessage';

/**
 * So many templates of a number are offered in Rocket.Chat's Outbound Messages, by their names: its dialog asks for all of
 * them each time that it is opened. The doctor tells who has more.
 */
export const MOST_OFFERED = 500;

/**
 * Whether an administrator has hidden a template from everybody who sends by hand: in the wizard and in Rocket.Chat's
 * Outbound Messages. `POST templateMessage` still sends it, because an administrator chose the program.
 *
 * @param hidden categories and names in small letters; `*` in a name stands for any letters
 */
export function isHidden({ name, category }: Pick<Template, 'name' | 'category'>, hidden: readonly string[]): boolean {
  return hidden.some((word) => word === category?.toLowerCase() || fitsPattern(name.toLowerCase(), word));
}

/** Part by part, so that no pattern of an admin can make this slow. */
function fitsPattern(name: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) {
    return name === pattern;
  }
  const last = rest.pop() ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) {
    return false;
  }
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found === -1) {
      return false;
    }
    at = found + part.length;
  }
  return at <= name.length - last.length;
}

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
