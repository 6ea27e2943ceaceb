import { connectFlow, findTaken, validateForm } from '../../src/flows/connectFlow';
import { saveNumber } from '../../src/handlers/numbers/numbers';
import { connectNumber } from '../../src/machines/connectNumber';
import { fakeHost } from '../support/fakeHost';
import { sceneOf } from '../support/interactions';
import { describeFlow } from '../support/journeys';
import { connectedNumber, numberForm } from '../support/records';

describe('connecting a number', () => {
  describeFlow({
    flow: connectFlow,
    machine: connectNumber,
    events: [
      { type: 'SUBMIT', form: numberForm() },
      { type: 'VALID', digits: '551155550100', webhookSecret: 'secret' },
      { type: 'ACCEPTED', facts: { displayName: 'Acme' } },
      { type: 'REGISTERED' },
      { type: 'STORED' },
      { type: 'FAILED', errors: { apiKey: { key: 'errors:keyRefused' }, phoneNumber: { key: 'errors:numberInUse' } } },
      { type: 'CANCEL' },
    ],
    silent: ['cancelled'],
  });
});

describe('findTaken', () => {
  const numbers = [connectedNumber({ digits: '4930901820', apiKey: 'taken' })];
  const key = { apiKey: { key: 'errors:keyInUse', params: { number: '+49 30 901820' } } };
  const number = { phoneNumber: { key: 'errors:numberInUse', params: { number: '+49 30 901820' } } };

  test.each([
    [{ apiKey: 'free', digits: '551155550100' }, {}],
    [{ apiKey: 'taken', digits: '551155550100' }, key],
    [{ apiKey: 'free', digits: '4930901820' }, number],
    [
      { apiKey: 'taken', digits: '4930901820' },
      { ...key, ...number },
    ],
    [{}, {}],
  ])('%j', (wanted, errors) => {
    expect(findTaken(numbers, wanted)).toEqual(errors);
  });
});

describe('validateForm', () => {
  const scene = async () => {
    const { host } = fakeHost();
    await saveNumber(host, connectedNumber({ digits: '4930901820', apiKey: 'TAKEN1234567890A' }));
    return sceneOf(host);
  };

  describe('what was typed to connect a number', () => {
    test.each(['+55 11 5555-0100', '551155550100', '0055 (11) 55550100'])('is good: %s', async (phoneNumber) => {
      const outcome = await validateForm(await scene(), numberForm({ phoneNumber }));
      expect(outcome).toEqual({
        type: 'VALID',
        digits: '551155550100',
        webhookSecret: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    });

    test('gets the same secret for two who connect it at once, and another one for another key', async () => {
      const at = await scene();
      const forms = [numberForm(), numberForm(), numberForm({ apiKey: 'ANOTHER234567890' })];
      const [one, two, other] = await Promise.all(forms.map((form) => validateForm(at, form)));
      expect(one).toMatchObject({ type: 'VALID' });
      expect(two).toEqual(one);
      expect(other).toMatchObject({ type: 'VALID', webhookSecret: expect.not.stringMatching(JSON.stringify(one)) });
      expect(other).not.toEqual(one);
    });

    test('is refused with a reason under every field that is wrong', async () => {
      const outcome = await validateForm(await scene(), numberForm({ apiKey: ' ', phoneNumber: 'abc' }));
      expect(outcome).toMatchObject({
        type: 'FAILED',
        errors: {
          apiKey: { key: expect.stringMatching(/^errors:/) },
          phoneNumber: { key: expect.stringMatching(/^errors:/) },
        },
      });
    });

    test('is refused when the key or the number is connected already, and told which one', async () => {
      const form = numberForm({ apiKey: ' TAKEN1234567890A ', phoneNumber: '+49 30 901820' });
      expect(await validateForm(await scene(), form)).toEqual({
        type: 'FAILED',
        errors: {
          apiKey: { key: 'errors:keyInUse', params: { number: '+49 30 901820' } },
          phoneNumber: { key: 'errors:numberInUse', params: { number: '+49 30 901820' } },
        },
      });
    });

    test('is refused when the number is connected in its other spelling', async () => {
      const at = await scene();
      await saveNumber(at.host, connectedNumber({ digits: '551187654321' }));
      expect(await validateForm(at, numberForm({ phoneNumber: '+55 11 98765-4321' }))).toMatchObject({
        type: 'FAILED',
        errors: { phoneNumber: { key: 'errors:numberInUse' } },
      });
    });
  });
});
