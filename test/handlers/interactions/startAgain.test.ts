import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { fakeHost } from '../../support/fakeHost';
import { answerTo, press } from '../../support/press';
import { shownTexts } from '../../support/shownTexts';

const reader = { getDepartmentsEnabledWithAgents: async () => [] };
const pressed = (flow?: string) => {
  const fake = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
  return { ...fake, answer: answerTo('start-again', press(fake.host, { value: { flow }, scene: { stage: 'v1' } })) };
};

describe('Start again', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  test('begins the journey anew in the same view', async () => {
    const { answer, store } = pressed('connect');
    expect(await answer).toMatchObject({ answer: 'update', view: { id: 'v1' } });
    expect(shownTexts(await answer)).toContain('connect:apiKey');
    expect(store.records).toMatchObject([{ flow: 'connect', stage: 'v1', position: { state: 'filling' } }]);
  });

  test.each(['unknown', '', undefined, 'edit', 'doctor'])(
    'does nothing for a journey that cannot begin with nothing: %s',
    async (flow) => {
      const { answer, store } = pressed(flow);
      expect(await answer).toEqual({ answer: 'success' });
      expect(store.records).toEqual([]);
    },
  );
});
