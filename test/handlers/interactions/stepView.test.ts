import { fakeHost } from '../../support/fakeHost';
import { positionAt } from '../../support/plannedFlow';
import { answerTo, press } from '../../support/press';
import { shownTexts } from '../../support/shownTexts';
import { storedJourney } from '../../support/storedJourney';

const context = { digits: '551155550100', findings: [] };
const pressed = (host: ReturnType<typeof fakeHost>['host']) =>
  answerTo('examine-again', press(host, { scene: { stage: 'v1' } }));

describe('a button inside a view', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  test('moves the view’s journey on and draws it anew', async () => {
    const { host } = fakeHost();
    await storedJourney(host, { id: 'doctor', stage: 'v1', position: positionAt('reported', { context }) });
    const answer = await pressed(host);
    expect(answer).toMatchObject({ answer: 'update', view: { id: 'v1' } });
    // The number is not connected, which is what the examination finds.
    expect(shownTexts(answer).join()).toContain('errors:numberGone');
  });

  test('shows that work goes on while it does, and begins none', async () => {
    const { host, store } = fakeHost();
    const position = positionAt('examining', { context, busy: true });
    await storedJourney(host, { id: 'doctor', stage: 'v1', position });
    const before = store.roundTrips;
    expect(shownTexts(await pressed(host))).toContain('connect:showResult');
    expect(store.roundTrips).toBe(before + 1);
  });

  test('says so when its step is out of date', async () => {
    expect(shownTexts(await pressed(fakeHost().host))).toContain('connect:outOfDate');
  });
});
