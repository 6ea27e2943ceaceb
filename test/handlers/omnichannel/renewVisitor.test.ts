import { renewVisitor } from '../../../src/handlers/omnichannel/renewVisitor';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';
import { livechat } from '../../support/livechat';

const known = conversation({ profileName: 'Ana' });

function workspace(name?: string) {
  const { read, modify, visitors } = livechat(name ? [{ id: 'v', token: 't', name }] : []);
  return { ...fakeHost({ read, modify }), visitors };
}

test('a visitor gets what WhatsApp newly tells', async () => {
  const { host, visitors } = workspace('Ana');
  expect(await renewVisitor(host, known, { name: 'Ana Maria', waId: '15550001' })).toBe('Ana Maria');
  expect(visitors).toMatchObject([{ name: 'Ana Maria', phone: [{ phoneNumber: '+15550001' }] }]);
});

test('the name that an agent gave stays', async () => {
  const { host, visitors } = workspace('Ana (VIP)');
  expect(await renewVisitor(host, known, { name: 'Ana Maria', waId: '15550001' })).toBe('Ana (VIP)');
  expect(visitors).toMatchObject([{ name: 'Ana (VIP)', phone: [{ phoneNumber: '+15550001' }] }]);
});

test('one who is gone is not made again for a name', async () => {
  const { host, visitors } = workspace();
  expect(await renewVisitor(host, known, { name: 'Ana Maria' })).toBe('Ana');
  expect(visitors).toEqual([]);
});
