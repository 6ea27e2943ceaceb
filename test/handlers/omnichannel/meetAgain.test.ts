import { meetAgain } from '../../../src/handlers/omnichannel/meetAgain';
import { findConversation } from '../../../src/handlers/records/conversations';
import { connectedNumber } from '../../support/connectedNumber';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';
import { livechat } from '../../support/livechat';

const known = conversation({ profileName: 'Ana' });

test('who comes back has the name that an agent gave them', async () => {
  const { read, modify } = livechat([{ id: 'v', token: 't', name: 'Ana (VIP)' }]);
  const met = await meetAgain(fakeHost({ read, modify }).host, connectedNumber(), known);
  expect(met).toEqual({ ...known, visitor: { ...known.visitor, name: 'Ana (VIP)' } });
});

test('whose visitor was deleted is registered again, and remembered', async () => {
  const { read, modify, visitors } = livechat();
  const { host } = fakeHost({ read, modify });
  const met = await meetAgain(host, connectedNumber(), known);
  expect(visitors).toMatchObject([{ name: 'Ana', phone: [{ phoneNumber: '+5511955550111' }] }]);
  expect(met.visitor).toEqual({ ...known.visitor, id: visitors[0]?.id, token: visitors[0]?.token });
  expect(await findConversation(host, known.number, known.ids)).toEqual(met);
});
