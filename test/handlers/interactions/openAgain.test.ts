import type { Position } from '../../../src/flows/Flow';
import { fakeHost } from '../../support/fakeHost';
import { person } from '../../support/person';
import { positionAt } from '../../support/plannedFlow';
import { answerTo, press } from '../../support/press';
import { shownTexts } from '../../support/shownTexts';
import { storedJourney } from '../../support/storedJourney';

const context = { digits: '551155550100', reason: { key: 'errors:timedOut' } };

async function pressed(facts: Partial<Position> = {}, user = person(), version?: number) {
  const { host } = fakeHost();
  const position = positionAt('offering', { context, ...facts });
  await storedJourney(host, { id: 'disconnect', stage: 'v1', position, version });
  return answerTo('open-again', press(host, { scene: { user, stage: '' }, value: { view: 'v1' } }));
}

test('opens a view in which the journey goes on where it stands', async () => {
  const answer = await pressed();
  expect(answer).toMatchObject({ answer: 'open', view: { id: expect.not.stringMatching(/^v1$/) } });
  expect(shownTexts(answer).join()).toContain('numbers:webhookStays');
});

test.each([
  ['somebody else began it', pressed({}, person({ id: 'other-admin' }))],
  ['it has ended', pressed({ done: true })],
  ['it was stored by another version', pressed({}, person(), 0)],
])('says that it is out of date when %s', async (_case, answer) => {
  expect(shownTexts(await answer)).toContain('connect:outOfDate');
});
