import { createHash } from 'crypto';
import * as v from 'valibot';
import type { Problem } from '../../core/errors/AppError';
import type { Translate } from '../../core/translator';
import type { Template } from '../../dialog360/parseTemplates';
import type { FieldProblem, ProblemReason } from '../../whatsapp/templateMessage';
import { sayCode } from '../sayCode';
import type { CachedTemplate } from './templates';

/**
 * The most templates of a number in Rocket.Chat's Outbound Messages, in the order of their names: its dialog reads all
 * of them each time it is opened. The doctor reports numbers with more.
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

/** Matched part by part, so that no pattern of an admin can make this slow. */
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

/** All errors with their fields, for people who see no form: `body.name: Fill this in.` */
export function describeProblems(problems: readonly FieldProblem[], t: Translate): string {
  return problems.map(({ field, reason, params }) => `${field}: ${t(problemKeys[reason], params)}`).join(' ');
}

/** States in which WhatsApp lets a template be sent. */
const SENDABLE = ['APPROVED', 'ACTIVE'];

/** Whether WhatsApp lets a template be sent in this state. */
export function isSendable(status: string): boolean {
  return SENDABLE.includes(status);
}

/** Why a template in this state is not sent. An unlisted state keeps WhatsApp's name. */
const reasons: Readonly<Record<string, string>> = {
  PENDING: 'templates:stoppedInReview',
  IN_APPEAL: 'templates:stoppedInReview',
  SUBMITTED: 'templates:stoppedInReview',
  CREATED: 'templates:stoppedInReview',
  REJECTED: 'templates:stoppedRejected',
  PAUSED: 'templates:stoppedPaused',
  DISABLED: 'templates:stoppedDisabled',
  LOCKED: 'templates:stoppedDisabled',
  ARCHIVED: 'templates:stoppedArchived',
  DELETED: 'templates:stoppedGone',
  PENDING_DELETION: 'templates:stoppedGone',
};

/**
 * Why a template cannot be sent by hand; undefined when it can.
 *
 * @param hidden the categories and names that administrators have hidden, see `isHidden`
 */
export function refusalOf(template: CachedTemplate | undefined, hidden: readonly string[]): Problem | undefined {
  if (!template) {
    return { key: 'templates:stoppedGone' };
  }
  if (isHidden(template, hidden)) {
    return { key: 'templates:stoppedHidden' };
  }
  const { status, definition } = template;
  if (!isSendable(status)) {
    return { key: reasons[status] ?? 'templates:stoppedOther', params: { status } };
  }
  return definition.unknownParts.length > 0
    ? { key: 'templates:unknownParts', params: { parts: definition.unknownParts.join(', ') } }
    : undefined;
}

/** The template as the sender saw it, to notice later changes. */
export const seenSchema = v.object({
  category: v.string(),
  /** A fingerprint of its contents. Example files are left out, because their addresses expire. */
  hash: v.string(),
});

type SeenTemplate = v.InferOutput<typeof seenSchema>;

/** The parts of a template that matter to the person who sends it. */
export function seenOf({ category = '', definition }: CachedTemplate): SeenTemplate {
  return { category, hash: createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 12) };
}

/**
 * The change of a template since somebody saw it, with the categories in words. `contents` are checked first, because
 * the person then has to read the message again.
 */
export function changeSince(
  seen: SeenTemplate | undefined,
  template: CachedTemplate,
  t: Translate,
): { what: 'contents' } | { what: 'category'; isDearer: boolean; params: { before: string; now: string } } | undefined {
  const now = seenOf(template);
  if (!seen || (seen.hash === now.hash && seen.category === now.category)) {
    return undefined;
  }
  if (seen.hash !== now.hash) {
    return { what: 'contents' };
  }
  const [before = '', after = ''] = [seen.category, now.category].map((each) => sayCode(each || 'UNKNOWN', t));
  return { what: 'category', isDearer: now.category === 'MARKETING', params: { before, now: after } };
}
