import { learnNumber } from '../../../src/handlers/inbound/receiveWebhook';
import { readNumbers, removeNumber, saveNumber } from '../../../src/handlers/records/numbers';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { messageEvent } from '../../support/messageEvent';

const digits = '551155550100';
const event = messageEvent({ number: { phoneNumberId: '100', displayNumber: digits } });

async function known(facts: Parameters<typeof connectedNumber>[0] = {}) {
  const fake = fakeHost();
  await saveNumber(fake.host, connectedNumber({ digits, ...facts }));
  return { ...fake, numbers: await fake.host.memory.numbers.get(fake.host) };
}

describe('Meta’s id of a number', () => {
  test('is taken over from its first webhook, once', async () => {
    const { host, store, numbers } = await known();
    await learnNumber(host, [event, event], numbers, digits);
    expect(await readNumbers(host)).toMatchObject([{ phoneNumberId: '100' }]);
    const before = store.roundTrips;
    await learnNumber(host, [event], await host.memory.numbers.get(host), digits);
    expect(store.roundTrips).toBeLessThanOrEqual(before + 1);
  });

  test('that is known is not changed', async () => {
    const { host, store, numbers } = await known({ phoneNumberId: '100' });
    const before = store.roundTrips;
    await learnNumber(host, [event], numbers, digits);
    expect(store.roundTrips).toBe(before);
  });

  test('undoes nothing that was changed since the numbers were read', async () => {
    const { host, numbers } = await known();
    await saveNumber(host, connectedNumber({ digits, apiKey: 'NEW' }));
    await learnNumber(host, [event], numbers, digits);
    expect(await readNumbers(host)).toMatchObject([{ apiKey: 'NEW', phoneNumberId: '100' }]);
  });

  test('does not bring a number back that was disconnected since', async () => {
    const { host, numbers } = await known();
    await removeNumber(host, digits);
    await learnNumber(host, [event], numbers, digits);
    expect(await readNumbers(host)).toEqual([]);
  });
});
