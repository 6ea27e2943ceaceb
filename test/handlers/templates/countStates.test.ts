import { countStates } from '../../../src/handlers/numbers/templates/countStates';

const inStates = (...states: string[]) =>
  states.map((status, index) => ({ name: `t${index}`, language: 'en', status }));

test('templates are counted by what their state means to people, and an unknown state is another one', () => {
  expect(countStates(inStates('APPROVED', 'PENDING', 'APPROVED', 'IN_APPEAL', 'PAUSED', 'IN_ORBIT'))).toEqual([
    ['doctor:templatesApproved', 2],
    ['doctor:templatesInReview', 2],
    ['doctor:templatesPaused', 1],
    ['doctor:templatesOther', 1],
  ]);
});

test('no template is in no state', () => {
  expect(countStates([])).toEqual([]);
});
