import { fakeHost } from '../../support/fakeHost';
import { positionAt } from '../../support/plannedFlow';
import { answerTo, press } from '../../support/press';
import { shownTexts } from '../../support/shownTexts';
import { storedJourney } from '../../support/storedJourney';

const pressed = (host: ReturnType<typeof fakeHost>['host']) =>
  answerTo('show-progress', press(host, { scene: { stage: 'v1' } }));

describe('looking for the result of slow work', () => {
  test('shows that it still goes on', async () => {
    const { host } = fakeHost();
    await storedJourney(host, { id: 'connect', stage: 'v1', position: positionAt('checking', { busy: true }) });
    const answer = await pressed(host);
    expect(answer).toMatchObject({ answer: 'update', view: { id: 'v1' } });
    expect(shownTexts(answer)).toContain('connect:showResult');
  });

  test('shows what came of it, and forgets the journey when it has ended', async () => {
    const { host, store } = fakeHost();
    await storedJourney(host, { id: 'connect', stage: 'v1', position: positionAt('connected', { done: true }) });
    expect(shownTexts(await pressed(host))).toContain('connect:success');
    expect(store.records).toEqual([]);
  });

  test.each([
    ['is forgotten', undefined],
    ['was stored by another version of its machine', 0],
  ])('offers a new start when the journey %s', async (_what, version) => {
    const { host } = fakeHost();
    if (version !== undefined) {
      await storedJourney(host, { id: 'connect', stage: 'v1', position: positionAt('checking'), version });
    }
    expect(shownTexts(await pressed(host))).toContain('connect:outOfDate');
  });
});
