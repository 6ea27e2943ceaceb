import { checkOmnichannel } from '../../../src/handlers/numbers/doctor/checkOmnichannel';
import { exam } from '../../support/exam';

const found = async (value: unknown) => {
  const environment = { getServerSettings: () => ({ getValueById: async () => value }) };
  return checkOmnichannel(await exam({ read: { getEnvironmentReader: () => environment } }));
};

test('Omnichannel is switched off', async () => {
  expect(await found(false)).toEqual([{ level: 'bad', says: { key: 'doctor:omnichannelOff' } }]);
});

test.each([true, undefined])('is on, or the server does not tell: %s', async (value) => {
  expect(await found(value)).toEqual([]);
});
