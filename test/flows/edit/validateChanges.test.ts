import { validateChanges } from '../../../src/flows/editFlow';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { numberForm } from '../../support/numberForm';
import { sceneOf } from '../../support/sceneOf';

const digits = '551155550100';
const scene = async () => {
  const { host } = fakeHost();
  await saveNumber(host, connectedNumber({ digits, apiKey: 'MINE123456789012' }));
  await saveNumber(host, connectedNumber({ digits: '4930901820', apiKey: 'TAKEN1234567890A' }));
  return sceneOf(host);
};
const validate = async (apiKey: string, of = digits) => validateChanges(await scene(), of, numberForm({ apiKey }));

describe('what was changed of a number', () => {
  test.each(['', 'MINE123456789012'])('keeps the key for "%s"', async (apiKey) => {
    expect(await validate(apiKey)).toEqual({ type: 'VALID', keyChanged: false });
  });

  test('may be a new key', async () => {
    expect(await validate('NEW4567890123456')).toEqual({ type: 'VALID', keyChanged: true });
  });

  test('is refused when the key is another number’s', async () => {
    expect(await validate('TAKEN1234567890A')).toEqual({
      type: 'FAILED',
      errors: { apiKey: { key: 'errors:keyInUse', params: { number: '+49 30 901820' } } },
    });
  });

  test('is refused when the key cannot be one', async () => {
    expect(await validate('two words')).toMatchObject({ type: 'FAILED', errors: { apiKey: {} } });
  });

  test('is refused when the number was disconnected meanwhile', async () => {
    expect(await validate('', '34910000000')).toMatchObject({
      type: 'FAILED',
      errors: { apiKey: { key: 'errors:numberGone' } },
    });
  });
});
