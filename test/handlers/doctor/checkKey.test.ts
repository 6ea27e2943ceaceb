import { checkKey } from '../../../src/handlers/numbers/doctor/checkKey';
import { exam } from '../../support/exam';

const health = (facts: object = {}) => ({
  json: {
    id: '100',
    health_status: { can_send_message: 'AVAILABLE', entities: [] },
    display_phone_number: '+55 11 5555-0100',
    quality_rating: 'GREEN',
    messaging_limit_tier: 'TIER_1K',
    ...facts,
  },
});

const found = async (facts: object = {}) =>
  (await checkKey(await exam({ replies: [health(facts)] }))).map(({ level, says }) => `${level} ${says.key}`);

test('all is well', async () => {
  expect(await found()).toEqual(['good doctor:keyAccepted', 'good doctor:numberMatches', 'good doctor:quality']);
});

test.each([
  [{ display_phone_number: '+49 30 901820' }, 'bad errors:keyOfOtherNumber'],
  [{ display_phone_number: undefined }, 'doubtful doctor:numberUntold'],
  [{ quality_rating: 'YELLOW' }, 'doubtful doctor:qualityLow'],
  [{ quality_rating: 'RED' }, 'bad doctor:qualityLow'],
  [{ health_status: { can_send_message: 'LIMITED', entities: [] } }, 'doubtful doctor:sendingLimited'],
  [{ health_status: { can_send_message: 'BLOCKED', entities: [] } }, 'bad doctor:sendingLimited'],
])('%j is found', async (facts, finding) => {
  expect(await found(facts)).toContain(finding);
});

test('what keeps the number from sending is told in Meta’s words', async () => {
  const errors = [{ error_code: 141006, error_description: 'Payment is missing.', possible_solution: 'Add a card.' }];
  const entities = [{ entity_type: 'WABA', id: '1', can_send_message: 'BLOCKED', errors }];
  const replies = [health({ health_status: { can_send_message: 'BLOCKED', entities } })];
  const findings = await checkKey(await exam({ replies }));
  expect(findings.find(({ says }) => says.key === 'doctor:sendingLimited')?.says.params).toEqual({
    details: 'Payment is missing. Add a card.',
  });
});

test('a refused key is an error, which becomes a finding', async () => {
  const replies = [{ status: 401, json: { error: 'Invalid api key' } }];
  await expect(checkKey(await exam({ replies }))).rejects.toMatchObject({ key: 'errors:keyRefused' });
});
