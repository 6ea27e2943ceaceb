import { doctor } from '../../src/machines/doctor';
import type { DoctorEvent } from '../../src/machines/doctor';
import { describePaths } from '../support/describePaths';
import { play } from '../support/play';

const input = { digits: '551155550100' };
const good: DoctorEvent = { type: 'EXAMINED', findings: [{ level: 'good', says: { key: 'doctor:keyAccepted' } }] };
const bad: DoctorEvent = { type: 'EXAMINED', findings: [{ level: 'bad', says: { key: 'doctor:webhookLost' } }] };

describe('examining a number', () => {
  describePaths({
    machine: doctor,
    input,
    events: [good, bad, { type: 'EXAMINE' }, { type: 'REPAIR' }, { type: 'CANCEL' }],
  });

  test('begins at once', () => {
    expect(play(doctor, [], input)).toMatchObject({ at: 'examining', effects: ['examine'] });
  });

  test('shows what was found last', () => {
    const { at, context } = play(doctor, [bad, { type: 'EXAMINE' }, good], input);
    expect(at).toBe('reported');
    expect(context).toEqual({ ...input, findings: [{ level: 'good', says: { key: 'doctor:keyAccepted' } }] });
  });

  test('repairs before it examines again', () => {
    expect(play(doctor, [bad, { type: 'REPAIR' }], input)).toMatchObject({
      at: 'examining',
      effects: ['examine', 'repairWebhook', 'examine'],
    });
  });
});
