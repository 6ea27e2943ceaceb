import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { sayToUser } from '../../flows/sayToUser';
import { formatPhone } from '../phone/formatPhone';
import type { ConnectedNumber } from '../records/numbers';
import { readNumbers } from '../records/numbers';
import { adminsOnly } from './adminsOnly';
import type { Press, PressHandler } from './Press';

/** Does something with the number of a card; the card may be older than the number's end, which is then said. */
export function onNumber(handle: (press: Press, number: ConnectedNumber) => Promise<IUIKitResponse>): PressHandler {
  return adminsOnly(async (press) => {
    const { scene, value, responder } = press;
    const number = (await readNumbers(scene.host)).find(({ digits }) => digits === value.number);
    if (number) {
      return handle(press, number);
    }
    await sayToUser(scene, scene.t('errors:numberGone', { number: formatPhone(value.number ?? '') }));
    return responder.successResponse();
  });
}
