import { noteForeign } from '../../../src/handlers/inbound/webhook/receiveWebhook';
import { changeInstall } from '../../../src/handlers/core/records/install';
import { connectedNumber } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { messageEvent } from '../../support/events';
import { postings } from '../../support/workspace';

const foreign = messageEvent({ number: { phoneNumberId: '300', displayNumber: '4930901820' } });

describe('events of a number that is not connected', () => {
  /** A workspace with the setup channel, and what admins read there. */
  async function workspace() {
    const { posted, modify, read } = postings([{ id: 'setup-room', type: 'p' } as never]);
    const { host } = fakeHost({ modify, read });
    await changeInstall(host, { setupRoomId: 'setup-room' });
    return { host, warnings: posted };
  }

  test('are counted for the doctor', async () => {
    const { host, warnings } = await workspace();
    const sender = connectedNumber({ phoneNumberId: '100' });
    await noteForeign(host, sender, [foreign, foreign]);
    await noteForeign(host, sender, [foreign]);
    expect(host.memory.foreignEvents.get(sender.digits)).toBe(3);
    expect(warnings).toEqual([]);
  });

  test('are told to the admins when the key seems to be the other number’s', async () => {
    const { host, warnings } = await workspace();
    await noteForeign(host, connectedNumber(), [messageEvent({ number: {} }), foreign]);
    expect(warnings).toMatchObject([
      { text: expect.stringMatching(/\+55 11 5555 0100.*\+49 30 901820|\+49 30 901820.*\+55 11 5555 0100/s) },
    ]);
  });

  test('that name no number are no reason to warn', async () => {
    const { host, warnings } = await workspace();
    await noteForeign(host, connectedNumber(), [messageEvent({ number: { phoneNumberId: '300' } })]);
    expect(warnings).toEqual([]);
  });
});
