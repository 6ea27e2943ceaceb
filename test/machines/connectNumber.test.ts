import { connectNumber } from '../../src/machines/connectNumber';
import type { ConnectEvent } from '../../src/machines/connectNumber';
import { describePaths } from '../support/describePaths';
import { play } from '../support/play';

const form = {
  apiKey: 'A1B2',
  phoneNumber: '+55 11 5555-0100',
  departmentId: 'sales',
  welcomeMessage: 'Hello',
  finishedMessage: '',
  offlineMessage: '',
};
const way: ConnectEvent[] = [
  { type: 'SUBMIT', form },
  { type: 'VALID', digits: '551155550100', webhookSecret: 'secret' },
  { type: 'ACCEPTED', facts: { phoneNumberId: '100', quality: undefined } },
  { type: 'REGISTERED' },
  { type: 'STORED' },
];
const failed: ConnectEvent = { type: 'FAILED', errors: { apiKey: { key: 'errors:keyRefused' } } };

describe('connecting a number', () => {
  describePaths({ machine: connectNumber, events: [...way, failed, { type: 'CANCEL' }] });

  test('asks for its effects one after the other', () => {
    const { at, effects } = play(connectNumber, way);
    expect(at).toBe('connected');
    expect(effects).toEqual(['validateForm', 'checkKey', 'registerWebhook', 'storeNumber', 'announceNumber']);
  });

  test.each([1, 2, 3, 4])(
    'goes back to the form when step %i fails, with what was typed and what is wrong',
    (steps) => {
      const { at, context } = play(connectNumber, [...way.slice(0, steps), failed]);
      expect(at).toBe('filling');
      expect(context).toMatchObject({ form, errors: failed.errors });
    },
  );

  test('forgets old errors when the form is submitted again', () => {
    expect(play(connectNumber, [...way.slice(0, 1), failed, ...way.slice(0, 1)]).context.errors).toEqual({});
  });

  test('keeps no key once the number is stored', () => {
    expect(play(connectNumber, way).context.form).toEqual({ ...form, apiKey: '' });
  });

  test('does not begin anew when the form is submitted twice', () => {
    expect(play(connectNumber, [...way.slice(0, 3), { type: 'SUBMIT', form }])).toMatchObject({
      at: 'registering',
      effects: ['validateForm', 'checkKey', 'registerWebhook'],
    });
  });
});
