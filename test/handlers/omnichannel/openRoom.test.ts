import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { verifyContact } from '../../../src/handlers/omnichannel/openRoom';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';

const room = { id: 'r', contact: { _id: 'c' } } as ILivechatRoom;

function server(settings: Record<string, unknown> = {}, refusal?: string) {
  const verify = jest.fn(async () => {
    if (refusal) throw new Error(refusal);
  });
  const modify = { getCreator: () => ({ getContactCreator: () => ({ verifyContact: verify }) }) } as never;
  return { verify, ...fakeHost({ modify, settings }) };
}

describe('the contact of a new room', () => {
  test('is verified by the phone that WhatsApp has verified', async () => {
    const { host, verify } = server();
    await verifyContact(host, room, conversation());
    const facts = { contactId: 'c', field: 'phone', value: '+5511955550111', visitorId: 'v', roomId: 'r' };
    expect(verify.mock.calls).toEqual([[facts]]);
  });

  test.each([
    ['without a contact', {}, { id: 'r' } as ILivechatRoom, conversation()],
    ['of a customer without a phone', {}, room, conversation({ waId: undefined })],
    ['where the settings say no', { verify_contacts: false }, room, conversation()],
  ])('is left alone %s', async (_what, settings, given, customer) => {
    const { host, verify } = server(settings);
    await verifyContact(host, given, customer);
    expect(verify).not.toHaveBeenCalled();
  });

  test('is not asked for again on a server that does not do it, and nothing is lost', async () => {
    const { host, verify } = server({}, 'Invalid accessor method "getContactCreator"');
    await verifyContact(host, room, conversation());
    await verifyContact(host, room, conversation());
    expect(verify).toHaveBeenCalledTimes(1);
  });

  test('is asked for again after a failure that passes', async () => {
    const { host, verify, log } = server({}, 'MongoNetworkTimeoutError');
    await verifyContact(host, room, conversation());
    await verifyContact(host, room, conversation());
    expect(verify).toHaveBeenCalledTimes(2);
    expect(log).toHaveLength(2);
  });
});
