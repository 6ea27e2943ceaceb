import type { Problem } from '../../handlers/errors/Problem';
import type { CachedTemplate } from '../../handlers/records/templates';
import { isHidden } from '../../handlers/templates/hiddenTemplates';
import { isSendable } from './listTemplates';

/** Why a template in this state is not sent; a state that is not here is told by its name. */
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
 * Why a template cannot be sent from here; undefined where it can.
 *
 * @param hidden what administrators have hidden, see `isHidden`
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
