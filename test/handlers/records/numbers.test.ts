import { association } from '../../../src/handlers/core/records/association';
import { readNumbers, removeNumber, saveNumber } from '../../../src/handlers/numbers/numbers';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';

describe('connected numbers', () => {
  test('are read back as they were saved, although absent facts become null on the way', async () => {
    const { host } = fakeHost();
    const bare = connectedNumber({ departmentId: undefined, welcomeMessage: undefined, quality: undefined });
    const full = connectedNumber({ digits: '4930555501', departmentId: 'd', welcomeMessage: 'Hallo' });
    await saveNumber(host, bare);
    await saveNumber(host, full);
    expect(await readNumbers(host)).toEqual([bare, full]);
  });

  test('are changed in their place, and gone when they are removed', async () => {
    const { host } = fakeHost();
    await saveNumber(host, connectedNumber());
    await saveNumber(host, connectedNumber({ digits: '4930555501' }));
    await saveNumber(host, connectedNumber({ apiKey: 'NEW' }));
    expect((await readNumbers(host)).map(({ digits, apiKey }) => [digits, apiKey])).toEqual([
      ['551155550100', 'NEW'],
      ['4930555501', 'KEY-A1B2'],
    ]);
    await removeNumber(host, '551155550100');
    expect((await readNumbers(host)).map(({ digits }) => digits)).toEqual(['4930555501']);
  });

  test('are seen at once by the process that changed them', async () => {
    const { host } = fakeHost();
    expect(await host.memory.numbers.get(host)).toEqual([]);
    await saveNumber(host, connectedNumber());
    expect(await host.memory.numbers.get(host)).toHaveLength(1);
    await removeNumber(host, '551155550100');
    expect(await host.memory.numbers.get(host)).toEqual([]);
  });

  test('of a shape that is not known are passed over', async () => {
    const { host } = fakeHost();
    await host.persistence.createWithAssociation({ kind: 'number', digits: 1 }, association('numbers'));
    expect(await readNumbers(host)).toEqual([]);
  });
});
