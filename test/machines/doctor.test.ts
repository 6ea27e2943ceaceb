import { doctor } from '../../src/machines/doctor';
import type { DoctorEvent } from '../../src/machines/doctor';
import { describePaths } from '../support/describePaths';
import { play } from '../support/play';

const input = { digits: '551155550100' };
const good: DoctorEvent = { type: 'EXAMINED', findings: [{ level: 'good', says: { key: 'doctor:keyAccepted' } }] };
const bad: DoctorEvent = { type: 'EXAMINED', findings: [{ level: 'bad', says: { key: 'doctor:webhookLost' } }] };

const notRepaired: DoctorEvent = { type: 'NOT_REPAIRED', trouble: { key: 'errors:dialog360Down' } };

describe('examining a number', () => {
  describePaths({
    machine: doctor,
    input,
    events: [good, bad, { type: 'EXAMINE' }, { type: 'REPAIR' }, notRepaired, { type: 'CANCEL' }],
  });

  test('begins at once', () => {
    expect(play(doctor, [], input)).toMatchObject({ at: 'examining', effects: ['examine'] });
  });

  test('shows what was found last', () => {
    const { at, context } = play(doctor, [bad, { type: 'EXAMINE' }, good], input);
    expect(at).toBe('reported');
    expect(context).toMatchObject({ findings: [{ level: 'good', says: { key: 'doctor:keyAccepted' } }] });
  });

  test('says first why the webhook could not be set, once', () => {
    const trouble = { level: 'bad' as const, says: { key: 'errors:dialog360Down' } };
    const met: DoctorEvent = {
      type: 'EXAMINED',
      findings: [trouble, { level: 'bad', says: { key: 'doctor:webhookLost' } }],
    };
    const events: DoctorEvent[] = [bad, { type: 'REPAIR' }, notRepaired, met];
    expect(play(doctor, events, input).context).toMatchObject({
      findings: [trouble, { level: 'bad', says: { key: 'doctor:webhookLost' } }],
      trouble: null,
    });
    // It is over with the next examination.
    const { context } = play(doctor, [...events, { type: 'EXAMINE' }, good], input);
    expect(context).toMatchObject({ findings: [{ level: 'good', says: { key: 'doctor:keyAccepted' } }] });
  });

  test('repairs before it examines again', () => {
    expect(play(doctor, [bad, { type: 'REPAIR' }], input)).toMatchObject({
      at: 'examining',
      effects: ['examine', 'repairWebhook', 'examine'],
    });
  });
});
