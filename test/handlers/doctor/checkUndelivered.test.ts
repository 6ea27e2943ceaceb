import { checkUndelivered } from '../../../src/handlers/numbers/doctor/checkUndelivered';
import { storeDeadLetter } from '../../../src/handlers/numbers/deadLetters';
import { exam } from '../../support/exam';
import { inboxEntry } from '../../support/inboxEntry';

test('nothing is said while every message gets into its conversation', async () => {
  expect(await checkUndelivered(await exam())).toEqual([]);
});

test('messages that do not are counted, with whose they are and the last reason', async () => {
  const examined = await exam();
  await storeDeadLetter(examined.host, inboxEntry({ sender: 'another number' }), { customers: ['x'], reason: 'x' });
  for (const [customer, reason] of [
    ['+49 30 1', 'no room'],
    ['+49 30 2', 'no database'],
  ] as const) {
    await storeDeadLetter(examined.host, inboxEntry(), { customers: [customer], reason });
  }
  const params = { customers: '+49 30 1, +49 30 2', waiting: 2, reason: 'no database' };
  expect(await checkUndelivered(examined)).toEqual([{ level: 'bad', says: { key: 'doctor:undelivered', params } }]);
});
