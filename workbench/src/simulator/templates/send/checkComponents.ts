import type { MetaRefusal } from '../../errors/MetaRefusal';
import type { JsonObject } from '../../json/JsonObject';
import { firstRefusal } from '../../messages/checks/firstRefusal';
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
