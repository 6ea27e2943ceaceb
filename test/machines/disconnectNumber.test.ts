import { disconnectNumber } from '../../src/machines/disconnectNumber';
import type { DisconnectEvent } from '../../src/machines/disconnectNumber';
import { describePaths } from '../support/describePaths';
import { play } from '../support/play';

const input = { digits: '551155550100' };
const confirm: DisconnectEvent = { type: 'CONFIRM' };
const removed: DisconnectEvent = { type: 'WEBHOOK_REMOVED' };
const stays: DisconnectEvent = { type: 'WEBHOOK_STAYS', reason: { key: 'errors:timeout' } };
const forgotten: DisconnectEvent = { type: 'FORGOTTEN' };
const cancel: DisconnectEvent = { type: 'CANCEL' };

describe('disconnecting a number', () => {
  describePaths({ machine: disconnectNumber, input, events: [confirm, removed, stays, forgotten, cancel] });

  test('forgets the number only after its webhook is gone at 360dialog', () => {
    expect(play(disconnectNumber, [confirm, removed, forgotten], input)).toMatchObject({
      at: 'disconnected',
      effects: ['removeWebhook', 'forgetNumber', 'announceDisconnection'],
    });
  });

  test('asks again, with the reason, when 360dialog could not be asked', () => {
    const { at, context, effects } = play(disconnectNumber, [confirm, stays], input);
    expect({ at, context, effects }).toEqual({
      at: 'offering',
      context: { digits: input.digits, reason: { key: 'errors:timeout' } },
      effects: ['removeWebhook'],
    });
    expect(play(disconnectNumber, [confirm, stays, confirm, forgotten], input).at).toBe('disconnected');
    expect(play(disconnectNumber, [confirm, stays, cancel], input)).toMatchObject({
      at: 'kept',
      effects: ['removeWebhook'],
    });
  });

  test('does nothing twice when the button is pressed twice', () => {
    expect(play(disconnectNumber, [confirm, confirm, removed, confirm, forgotten, confirm], input).effects).toEqual([
      'removeWebhook',
      'forgetNumber',
      'announceDisconnection',
    ]);
  });
});
