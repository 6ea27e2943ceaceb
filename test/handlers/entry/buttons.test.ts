import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { UIKitBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import fc from 'fast-check';
import type { Position } from '../../../src/flows/Flow';
import { setupFlow } from '../../../src/flows/setupFlow';
import { saveSnapshot } from '../../../src/flows/snapshots';
import { decodeValue, encodeValue } from '../../../src/handlers/core/actionValue';
import { isAdmin, isAgent, takesPart, withRoles } from '../../../src/handlers/omnichannel/roles';
import { changeInstall } from '../../../src/handlers/core/records/install';
import { flows, outOfDate, ownJourney } from '../../../src/handlers/entry/interactions/journeys';
import { pressButton } from '../../../src/handlers/entry/interactions/pressButton';
import { fakeHost } from '../../support/fakeHost';
import { answers, answerTo, drawing, press, sceneOf, storedJourney } from '../../support/interactions';
import { positionAt } from '../../support/journeys';
import { expectWellDrawn, nodesOf, shownTexts } from '../../support/screens';
import { notices, person } from '../../support/workspace';

describe('actionValue', () => {
  const values = fc.record(
    { number: fc.string(), messageId: fc.string(), flow: fc.string(), view: fc.string() },
    { requiredKeys: [] },
  );

  describe('what a button carries', () => {
    test('comes back as it went out', () => {
      fc.assert(fc.property(values, (value) => expect(decodeValue(encodeValue(value))).toEqual(value)));
    });

    test('is nothing when a client sends anything else', () => {
      const anything = fc.oneof(fc.string(), fc.json(), fc.anything());
      fc.assert(
        fc.property(anything, (sent) => {
          const known = Object.entries(decodeValue(sent));
          expect(
            known.every(([name, value]) => /^(number|messageId|flow|view)$/.test(name) && typeof value === 'string'),
          ).toBe(true);
        }),
      );
      for (const sent of [undefined, null, 7, {}, '', 'no json', '[]', '"text"', '{"number":1}', '{"number":null}']) {
        expect(decodeValue(sent)).toEqual({});
      }
    });
  });
});

describe('flows', () => {
  test('every journey is found by the id that its stored positions carry', () => {
    for (const [id, flow] of Object.entries(flows)) expect(flow.id).toBe(id);
    expect(Object.keys(flows)).toEqual(expect.arrayContaining(['connect', 'edit', 'disconnect', 'doctor']));
  });
});

describe('isAdmin', () => {
  test.each<[boolean, string[]]>([
    [true, ['admin']],
    [true, ['user', 'livechat-manager']],
    [false, ['user', 'livechat-agent']],
    [false, ['bot', 'app']],
    [false, ['Admin', 'administrator', 'admin ']],
    [false, []],
  ])('it is %s that %j may administer the app', (outcome, roles) => {
    expect(isAdmin(person({ roles }))).toBe(outcome);
  });
});

describe('openAgain', () => {
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
});

describe('a step that is out of date', () => {
  test('says so, and offers to connect anew where that was it', () => {
    const view = outOfDate(drawing, 'connect');
    expectWellDrawn(view);
    expect(shownTexts(view.blocks)).toEqual(['connect:outOfDate', 'connect:startAgain']);
    const button = nodesOf(view.blocks).find(({ path }) => path === '1.elements.0')?.value;
    expect(button).toMatchObject({ actionId: 'start-again' });
    expect(decodeValue(Reflect.get(button as object, 'value'))).toEqual({ flow: 'connect' });
  });

  test.each(['edit', undefined])('of %s only says so: it began at a card, which is still there', (flow) => {
    const view = outOfDate(drawing, flow);
    expectWellDrawn(view);
    expect(shownTexts(view.blocks)).toEqual(['connect:outOfDate']);
  });
});

describe('ownJourney', () => {
  const position = positionAt('filling');

  async function found({
    user = person(),
    version,
    stage = 'v1',
  }: { user?: ReturnType<typeof person>; version?: number; stage?: string } = {}) {
    const { host } = fakeHost();
    await storedJourney(host, { id: 'connect', stage: 'v1', position, version });
    await saveSnapshot(sceneOf(host, { stage: 'setup' }), setupFlow, position);
    return ownJourney(sceneOf(host, { stage, user }));
  }

  test('the journey of one’s own view is found', async () => {
    expect(await found()).toMatchObject({ flow: { id: 'connect' }, position });
  });

  test('of another version only the journey is known', async () => {
    expect(await found({ version: 99 })).toMatchObject({ flow: { id: 'connect' }, position: undefined });
  });

  test.each([
    ['somebody else’s view', { user: person({ id: 'other' }) }],
    ['the dialogue of the setup channel', { stage: 'setup' }],
    ['a view that nobody knows', { stage: 'gone' }],
  ])('nothing is found of %s', async (_what, facts) => {
    expect(await found(facts)).toEqual({});
  });
});

describe('pressButton', () => {
  const pressing = (facts: object) =>
    ({
      getInteractionData: () => ({ user: person(), container: { type: 'message', id: 'm1' }, ...facts }),
      getInteractionResponder: () => answers,
    }) as unknown as UIKitBlockInteractionContext;

  describe('a pressed button', () => {
    test.each(['gone-button', 'constructor', '__proto__', ''])(
      'that is not in the table does nothing: %s',
      async (actionId) => {
        expect(await pressButton(fakeHost().host, pressing({ actionId }))).toEqual({ answer: 'success' });
      },
    );

    test('in a view is handled for that view', async () => {
      const container = { type: 'view', id: 'v1' };
      const answer = await pressButton(fakeHost().host, pressing({ actionId: 'show-progress', container }));
      expect(answer).toMatchObject({ answer: 'update', view: { id: 'v1' } });
    });

    test('that runs into a bug of ours says so to who pressed it, and is logged', async () => {
      const { said, modify, read } = notices();
      const { host, log, store } = fakeHost({ modify, read });
      store.failure = new Error('no database');
      const message = { id: 'm1', room: { id: 'r1' } };
      const answer = await pressButton(host, pressing({ actionId: 'edit-number', value: '{"number":"1"}', message }));
      expect(answer).toEqual({ answer: 'error' });
      expect(said).toMatchObject([{ to: 'admin-id', room: 'r1' }]);
      expect(log.join()).toContain('no database');
    });
  });
});

describe('roles', () => {
  test.each<[boolean, string[]]>([
    [true, ['user', 'livechat-agent']],
    [true, ['livechat-manager']],
    [true, ['admin']],
    [true, ['livechat-monitor', 'livechat-agent']],
    [false, ['livechat-monitor']],
    [false, ['user']],
    [false, ['guest', 'livechat-guest']],
    [false, []],
  ])('it is %s that %j may write to customers', (outcome, roles) => {
    expect(isAgent(person({ roles }))).toBe(outcome);
  });

  describe('roles', () => {
    const bare = { ...person({ id: 'u1' }), roles: undefined };
    const hostThatKnows = (roles?: string[] | null) =>
      fakeHost({
        read: { getUserReader: () => ({ getById: async () => ({ id: 'u1', roles }) }) } as unknown as Partial<IRead>,
      }).host;

    test('that come with the user are not asked for again', async () => {
      expect((await withRoles(fakeHost().host, person({ roles: [] }))).roles).toEqual([]);
    });

    test('that do not come are looked up', async () => {
      expect((await withRoles(hostThatKnows(['user']), bare)).roles).toEqual(['user']);
    });

    test.each([undefined, null])('that nobody tells (%s) are none, also of who installed the app', async (roles) => {
      const host = hostThatKnows(roles);
      await changeInstall(host, { installedBy: 'u1' });
      expect((await withRoles(host, bare)).roles).toEqual([]);
    });
  });

  describe('a conversation', () => {
    const agent = person({ id: 'agent-id', roles: ['user', 'livechat-agent'] });
    const hostWith = (members: unknown[]) =>
      fakeHost({ read: { getRoomReader: () => ({ getMembers: async () => members }) } as unknown as Partial<IRead> })
        .host;
    const room = (facts: object = {}) => ({ id: 'r1', ...facts }) as IRoom;

    test.each([
      ['whom it was given to', true, agent, room({ servedBy: { id: 'agent-id' } }), []],
      ['who joined it, beside a user who is gone', true, agent, room(), [null, { id: 'agent-id' }]],
      ['who is neither', false, agent, room({ servedBy: { id: 'other' } }), [{ id: 'other' }]],
      ['when nobody serves it', false, agent, room({ servedBy: null }), []],
      ['who is a manager', true, person({ id: 'm', roles: ['livechat-manager'] }), room(), []],
    ])('counts somebody in %s: %s', async (_who, outcome, user, where, members) => {
      expect(await takesPart(hostWith(members), user, where)).toBe(outcome);
    });
  });
});

describe('showProgress', () => {
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
});

describe('startAgain', () => {
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
});
