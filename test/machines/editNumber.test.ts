import { editNumber } from '../../src/machines/editNumber';
import type { EditEvent } from '../../src/machines/editNumber';
import { describePaths } from '../support/describePaths';
import { play } from '../support/play';

const digits = '551155550100';
const stored = {
  apiKey: '',
  phoneNumber: '+55 11 5555-0100',
  departmentId: '',
  welcomeMessage: 'Hello',
  finishedMessage: '',
  offlineMessage: '',
};
const form = { ...stored, apiKey: 'NEW', welcomeMessage: 'Good day' };
const input = { digits, form: stored };
const submitted: EditEvent = { type: 'SUBMIT', form };
const newKey: EditEvent = { type: 'VALID', keyChanged: true };
const oldKey: EditEvent = { type: 'VALID', keyChanged: false };
const accepted: EditEvent = { type: 'ACCEPTED', facts: { quality: 'GREEN' } };
const registered: EditEvent = { type: 'REGISTERED' };
const saved: EditEvent = { type: 'STORED', changes: ['API Key'] };
const failed: EditEvent = { type: 'FAILED', errors: { apiKey: { key: 'errors:keyRefused' } } };
const way = [submitted, newKey, accepted, registered, saved];

describe('changing a number', () => {
  describePaths({
    machine: editNumber,
    input,
    events: [...way, oldKey, failed, { type: 'CANCEL' }],
  });

  test('checks a new key and registers the webhook again', () => {
    const { at, effects, context } = play(editNumber, way, input);
    expect(at).toBe('changed');
    expect(effects).toEqual(['validateChanges', 'checkKey', 'registerWebhook', 'storeChanges', 'announceChanges']);
    expect(context).toMatchObject({ changes: ['API Key'], facts: { quality: 'GREEN' } });
  });

  test('asks 360dialog nothing when the key stays', () => {
    expect(play(editNumber, [submitted, oldKey, saved], input)).toMatchObject({
      at: 'changed',
      effects: ['validateChanges', 'storeChanges', 'announceChanges'],
    });
  });

  test.each([1, 2, 3, 4])(
    'goes back to the form when step %i fails, with what was typed and what is wrong',
    (steps) => {
      const { at, context } = play(editNumber, [...way.slice(0, steps), failed], input);
      expect(at).toBe('filling');
      expect(context).toMatchObject({ digits, form, errors: failed.errors });
    },
  );

  test('keeps no key once the changes are stored', () => {
    expect(play(editNumber, way, input).context.form).toEqual({ ...form, apiKey: '' });
  });
});
