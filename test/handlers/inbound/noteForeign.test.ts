import { noteForeign } from '../../../src/handlers/inbound/webhook/receiveWebhook';
import { connectedNumber } from '../../support/records';
import { messageEvent } from '../../support/events';
import { setupChannel } from '../../support/workspace';

const foreign = messageEvent({ number: { phoneNumberId: '300', displayNumber: '4930901820' } });

describe('events of a number that is not connected', () => {
  test('are counted for the doctor', async () => {
    const { host, posted } = await setupChannel();
    const sender = connectedNumber({ phoneNumberId: '100' });
    await noteForeign(host, sender, [foreign, foreign]);
    await noteForeign(host, sender, [foreign]);
    expect(host.memory.foreignEvents.get(sender.digits)).toBe(3);
    expect(posted).toEqual([]);
  });

  test('are told to the admins when the key seems to be the other number’s', async () => {
    const { host, posted } = await setupChannel();
    await noteForeign(host, connectedNumber(), [messageEvent({ number: {} }), foreign]);
    expect(posted).toMatchObject([
      { text: expect.stringMatching(/\+55 11 5555 0100.*\+49 30 901820|\+49 30 901820.*\+55 11 5555 0100/s) },
    ]);
  });

  test('that name no number are no reason to warn', async () => {
    const { host, posted } = await setupChannel();
    await noteForeign(host, connectedNumber(), [messageEvent({ number: { phoneNumberId: '300' } })]);
    expect(posted).toEqual([]);
  });
});
