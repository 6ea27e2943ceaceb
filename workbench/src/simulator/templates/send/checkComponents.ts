import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { firstRefusal } from '../../messages/checks';
import { checkBody } from './checkBody';
import { checkButtons } from './checkButtons';
import { checkCarousel } from './checkCarousel';
import { checkHeader } from './checkHeader';
import { checkLimitedTimeOffer } from './checkLimitedTimeOffer';
import type { SendScope } from './SendScope';

/** What was sent against what was approved; used for a template and again for each card of a carousel. */
export function checkComponents(defined: JsonObject[], sent: JsonObject[], scope: SendScope): MetaRefusal | undefined {
  return firstRefusal(
    () => checkHeader(defined, sent, scope),
    () => checkBody(defined, sent, scope),
    () => checkLimitedTimeOffer(defined, sent),
    () => checkButtons(defined, sent, scope),
    () => checkCarousel(defined, sent, scope, checkComponents),
  );
}
