import { findHeld, storeHeld } from '../../../src/handlers/inbound/held/held';
import { file, findByWamid, removeEntry } from '../../../src/handlers/core/records/entries';
import type { HeldEntry } from '../../../src/handlers/core/records/Entry';
import { fakeHost } from '../../support/fakeHost';

const held = (wamid: string, at: number, customer = '5511955550111'): HeldEntry => ({
  ...file(at, wamid),
  kind: 'held',
  wamid,
  number: '551155550100',
  customer,
  at,
  event: { kind: 'message', wamid, customer: { waId: customer, userId: undefined } },
});

describe('messages that wait for somebody', () => {
  test('are found in the order in which they were written, of everybody or of one customer', async () => {
    const { host } = fakeHost();
    await storeHeld(host, held('w2', 2_000));
    await storeHeld(host, held('w3', 3_000, '4930555502'));
    await storeHeld(host, held('w1', 1_000));
    expect((await findHeld(host)).map(({ wamid }) => wamid)).toEqual(['w1', 'w2', 'w3']);
    const of = { number: '551155550100', customer: '5511955550111' };
    expect((await findHeld(host, of)).map(({ wamid }) => wamid)).toEqual(['w1', 'w2']);
    expect(await findHeld(host, { ...of, number: '4930555501' })).toEqual([]);
  });

  test('keep the event as it was read, without what it lacks', async () => {
    const { host } = fakeHost();
    await storeHeld(host, held('w1', 1_000));
    const [entry] = await findHeld(host);
    expect(entry?.event).toEqual({ kind: 'message', wamid: 'w1', customer: { waId: '5511955550111' } });
  });

  test('are known by their message, and gone when they are removed', async () => {
    const { host } = fakeHost();
    const entry = held('w1', 1_000);
    await storeHeld(host, entry);
    expect(await findByWamid(host, 'w1')).toMatchObject([{ kind: 'held' }]);
    await removeEntry(host, entry);
    expect(await findHeld(host)).toEqual([]);
  });
});
