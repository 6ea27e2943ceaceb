import { noteForeign } from '../../../src/handlers/inbound/webhook/receiveWebhook';
import { warnAdmins } from '../../../src/handlers/numbers/warnings/warnAdmins';
import { connectedNumber } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { messageEvent } from '../../support/events';

jest.mock('../../../src/handlers/numbers/warnings/warnAdmins', () => ({ warnAdmins: jest.fn(async () => undefined) }));

const foreign = messageEvent({ number: { phoneNumberId: '300', displayNumber: '4930901820' } });

describe('events of a number that is not connected', () => {
  beforeEach(() => jest.mocked(warnAdmins).mockClear());

  test('are counted for the doctor', async () => {
    const { host } = fakeHost();
    const sender = connectedNumber({ phoneNumberId: '100' });
    await noteForeign(host, sender, [foreign, foreign]);
    await noteForeign(host, sender, [foreign]);
    expect(host.memory.foreignEvents.get(sender.digits)).toBe(3);
    expect(warnAdmins).not.toHaveBeenCalled();
  });

  test('are told to the admins when the key seems to be the other number’s', async () => {
    const { host } = fakeHost();
    await noteForeign(host, connectedNumber(), [messageEvent({ number: {} }), foreign]);
    expect(warnAdmins).toHaveBeenCalledWith(host, expect.stringContaining('4930901820'), 'warnings:numberDiffers', {
      number: '+55 11 5555 0100',
      other: '+49 30 901820',
    });
  });

  test('that name no number are no reason to warn', async () => {
    await noteForeign(fakeHost().host, connectedNumber(), [messageEvent({ number: { phoneNumberId: '300' } })]);
    expect(warnAdmins).not.toHaveBeenCalled();
  });
});
