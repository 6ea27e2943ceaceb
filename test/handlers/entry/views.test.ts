import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type {
  UIKitViewCloseInteractionContext,
  UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import fc from 'fast-check';
import { noticeModal } from '../../../src/blocks/modal';
import { numberForm as drawNumberForm } from '../../../src/blocks/numberForm';
import type { Flow, Position, Scene } from '../../../src/flows/Flow';
import { purgeSnapshots, readSnapshot, removeSnapshot, removeStage } from '../../../src/flows/snapshots';
import { saveSnapshot, SETUP_STAGE } from '../../../src/flows/snapshots';
import { association } from '../../../src/handlers/core/records/association';
import { closeView, submitView, viewAnswer } from '../../../src/handlers/entry/interactions/submitView';
import { flows } from '../../../src/handlers/entry/interactions/journeys';
import { readNumberForm, submitEvents } from '../../../src/handlers/entry/interactions/submitEvents';
import { readApiKey } from '../../../src/handlers/core/settings/readCredentials';
import type { NumberForm } from '../../../src/machines/numberForm';
import { fakeHost } from '../../support/fakeHost';
import { answers, answerTo, drawing, press, sceneOf, storedJourney } from '../../support/interactions';
import { positionAt } from '../../support/journeys';
import { numberForm } from '../../support/records';
import { shownTexts } from '../../support/screens';
import { person } from '../../support/workspace';

describe('closeView', () => {
  const closing = (id: string, user = person()) =>
    ({
      getInteractionData: () => ({ user, view: { id } }),
      getInteractionResponder: () => answers,
    }) as unknown as UIKitViewCloseInteractionContext;

  describe('closing a view', () => {
    test('forgets its journey', async () => {
      const { host, store } = fakeHost();
      await storedJourney(host, { id: 'connect', stage: 'v1', position: positionAt('filling') });
      await storedJourney(host, { id: 'connect', stage: 'v2', position: positionAt('filling') });
      expect(await closeView(host, closing('v1'))).toEqual({ answer: 'success' });
      expect(store.records).toMatchObject([{ stage: 'v2' }]);
    });

    test('does not forget one whose slow work goes on', async () => {
      const { host, store } = fakeHost();
      await storedJourney(host, { id: 'connect', stage: 'v1', position: positionAt('checking', { busy: true }) });
      await closeView(host, closing('v1'));
      expect(store.records).toHaveLength(1);
    });

    test('forgets neither the journey of somebody else nor the dialogue of the setup channel', async () => {
      const { host, store } = fakeHost();
      await storedJourney(host, { id: 'connect', stage: 'v1', position: positionAt('filling') });
      await closeView(host, closing('v1', person({ id: 'other' })));
      expect(store.records).toHaveLength(1);
      await storedJourney(host, { id: 'connect', stage: 'setup', position: positionAt('asking') });
      const setup = store.records.find((record) => Reflect.get(record, 'stage') === 'setup') ?? {};
      Reflect.set(setup, 'flow', 'setup');
      await closeView(host, closing('setup'));
      expect(store.records).toHaveLength(2);
    });

    test('of a journey that nobody knows is no fault', async () => {
      expect(await closeView(fakeHost().host, closing('gone'))).toEqual({ answer: 'success' });
    });
  });
});

describe('submitView', () => {
  const submitted = (
    user = person(),
    state: unknown = { apiKey: { apiKey: 'k' }, phoneNumber: { phoneNumber: 'abc' } },
  ) =>
    ({
      getInteractionData: () => ({ user, view: { id: 'v1', state } }),
      getInteractionResponder: () => answers,
    }) as unknown as UIKitViewSubmitInteractionContext;

  const context = { form: numberForm(), errors: {}, digits: '', webhookSecret: '', facts: {} };
  const departments = { getDepartmentsEnabledWithAgents: async () => [] };

  /** A workspace in which the Connect modal is open, in English. */
  async function opened(position = positionAt('filling', { context }), version?: number) {
    const fake = fakeHost({ read: { getLivechatReader: () => departments } as unknown as Partial<IRead> });
    await storedJourney(fake.host, { id: 'connect', stage: 'v1', position, version });
    return fake;
  }

  describe('a submitted view', () => {
    beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
    afterEach(() => jest.useRealTimers());

    test('gets its errors under its fields, and what was typed is kept, the key in this process alone', async () => {
      const { host, store } = await opened();
      expect(await submitView(host, submitted())).toMatchObject({
        answer: 'errors',
        viewId: 'v1',
        errors: { phoneNumber: expect.stringMatching(/\w+ \w+/) },
      });
      expect(store.records).toMatchObject([
        { position: { state: 'filling', context: { form: { apiKey: '', phoneNumber: 'abc' } } } },
      ]);
      const typed = { position: { context: { form: { apiKey: 'k' } } } };
      expect(await readSnapshot(sceneOf(host, { stage: 'v1' }))).toMatchObject(typed);
      expect(await readSnapshot(sceneOf(fakeHost({ store }).host, { stage: 'v1' }))).not.toMatchObject(typed);
      await removeStage(host, 'v1');
      expect(host.memory.typedKeys.size).toBe(0);
    });

    test('changes nothing while a handler works: it shows that', async () => {
      const { host, store } = await opened(positionAt('checking', { context, busy: true }));
      const before = JSON.stringify(store.records);
      expect(await submitView(host, submitted())).toMatchObject({ answer: 'update', view: { id: 'v1' } });
      expect(JSON.stringify(store.records)).toBe(before);
    });

    test('twice, as by a double click, is taken one after the other', async () => {
      const { host, store } = await opened();
      const write = jest.spyOn(store, 'updateByAssociations');
      const first = submitView(host, submitted()).then(() => write.mock.calls.length);
      const second = submitView(host, submitted());
      const written = await first;
      await second;
      expect(written).toBe(write.mock.calls.length / 2);
    });

    test('of somebody who is no administrator any more changes nothing', async () => {
      const { host, store } = await opened();
      const before = store.roundTrips;
      expect(await submitView(host, submitted(person({ roles: ['user'] })))).toMatchObject({ answer: 'update' });
      expect(store.roundTrips).toBe(before);
    });

    test.each([
      ['somebody else opened', { user: person({ id: 'other', roles: ['admin'] }), version: undefined }],
      ['another version of the app opened', { user: person(), version: 99 }],
    ])('that %s is out of date', async (_what, { user, version }) => {
      const { host, store } = await opened(undefined, version);
      const before = JSON.stringify(store.records);
      const answer = await submitView(host, submitted(user));
      expect(answer).toMatchObject({ answer: 'update', view: { id: 'v1' } });
      expect(shownTexts(answer).join()).toMatch(/out of date/);
      expect(JSON.stringify(store.records)).toBe(before);
    });

    test('that nobody knows any more is out of date', async () => {
      expect(shownTexts(await submitView(fakeHost().host, submitted())).join()).toMatch(/out of date/);
    });

    test('that runs into a bug of ours says so and is logged', async () => {
      const { host, log } = await opened();
      jest.spyOn(host.persistence, 'updateByAssociations').mockRejectedValue(new Error('no database'));
      expect(await submitView(host, submitted())).toMatchObject({ answer: 'update' });
      expect(log.join()).toContain('no database');
    });
  });
});

describe('stepView', () => {
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
});

describe('viewAnswer', () => {
  const modal = noticeModal(drawing, { title: 'Title', text: 'Text' });

  describe('a submitted view is answered', () => {
    test('by closing it where nothing is to be shown', () => {
      expect(viewAnswer(answers, 'v', { kind: 'nothing' })).toEqual({ answer: 'success' });
    });

    test('by errors under its fields, so that it stays as it is', () => {
      const errors = { apiKey: 'This key is wrong.' };
      expect(viewAnswer(answers, 'v', { kind: 'modal', modal, errors })).toEqual({
        answer: 'errors',
        viewId: 'v',
        errors,
      });
    });

    test('by drawing it anew, under the id that it had', () => {
      expect(viewAnswer(answers, 'v', { kind: 'modal', modal })).toEqual({
        answer: 'update',
        view: { id: 'v', ...modal },
      });
    });
  });
});

describe('submitEvents', () => {
  const typed = { apiKey: { apiKey: 'k' }, welcomeMessage: { welcomeMessage: 'Hello' } };
  const form = numberForm({ apiKey: 'k', phoneNumber: '', welcomeMessage: 'Hello' });

  test.each([
    ['connect', { type: 'SUBMIT', form }],
    ['edit', { type: 'SUBMIT', form }],
    ['disconnect', { type: 'CONFIRM' }],
  ])('submitting the view of %s is an event that its machine knows', (flow, event) => {
    expect(submitEvents[flow]?.({ state: typed }, {})).toEqual(event);
    expect(flows[flow]).toBeDefined();
  });

  test('only journeys that are there are submitted', () => {
    expect(Object.keys(submitEvents).filter((id) => !flows[id])).toEqual([]);
  });
});

describe('readNumberForm', () => {
  const empty = numberForm({ apiKey: '', phoneNumber: '' });

  /** A form as a view's state has it. */
  const stateOf = (form: object) =>
    Object.fromEntries(Object.entries(form).map(([id, value]) => [id, { [id]: value }]));

  describe('what was typed into the form', () => {
    test('is read field by field', () => {
      const text = fc.string().map((typed) => typed.trim());
      const forms = fc.record<NumberForm>({
        apiKey: text,
        phoneNumber: text,
        departmentId: text,
        welcomeMessage: text,
        finishedMessage: text,
        offlineMessage: text,
      });
      fc.assert(fc.property(forms, (form) => expect(readNumberForm({ state: stateOf(form) })).toEqual(form)));
    });

    test('is as the modal showed it where a field was not touched since it was drawn anew', () => {
      const context = { form: numberForm({ apiKey: 'shown', phoneNumber: '55', welcomeMessage: 'Hi' }) };
      const state = stateOf({ apiKey: 'typed', welcomeMessage: '' });
      expect(readNumberForm({ state }, context)).toMatchObject({
        apiKey: 'typed',
        phoneNumber: '55',
        welcomeMessage: '',
      });
    });

    test('has the key of before where its field was drawn empty and stayed empty', () => {
      const context = { form: numberForm({ apiKey: 'typed before' }) };
      const { blocks } = drawNumberForm(drawing, { editing: false, departments: [], problems: {}, ...context });
      expect(JSON.stringify(blocks)).not.toContain('typed before');
      const read = (apiKey: unknown, shown: readonly unknown[]) =>
        readNumberForm({ state: { apiKey: { apiKey } }, blocks: shown }, context).apiKey;
      expect(read('', blocks)).toBe('typed before');
      expect(read(null, blocks)).toBe('typed before');
      expect(read('another', blocks)).toBe('another');
      // The form of the first time: who empties its field means that.
      expect(read('', [])).toBe('');
      // Another instance does not know it. An empty key would keep that of the number, so that it must be none.
      const unknown = readNumberForm({ state: {}, blocks }, { form: numberForm({ apiKey: '' }) }).apiKey;
      expect(readApiKey(unknown)).toMatchObject({ ok: false });
    });

    test('is empty where a field was not touched', () => {
      expect(readNumberForm({ state: { apiKey: { apiKey: 'k' } } })).toEqual({ ...empty, apiKey: 'k' });
    });

    test.each([
      ['an emptied field', { apiKey: { apiKey: null }, phoneNumber: { phoneNumber: '55' } }],
      ['a field of another type', { apiKey: { apiKey: ['k'] }, phoneNumber: { phoneNumber: '55' } }],
      ['a field that is no object', { apiKey: 'k', phoneNumber: { phoneNumber: '55' } }],
      ['a null field', { apiKey: null, phoneNumber: { phoneNumber: '55' } }],
      ['a field of somebody else', { other: { other: 1 }, phoneNumber: { phoneNumber: '55' } }],
    ])('keeps the other fields beside %s', (_what, state) => {
      expect(readNumberForm({ state })).toEqual({ ...empty, phoneNumber: '55' });
    });

    test('is empty for a state that is none', () => {
      fc.assert(
        fc.property(fc.anything(), (state) =>
          expect(Object.keys(readNumberForm({ state }))).toEqual(Object.keys(empty)),
        ),
      );
      for (const state of [undefined, null, 'text', 7, []]) expect(readNumberForm({ state })).toEqual(empty);
    });
  });
});

describe('snapshots', () => {
  const flow: Pick<Flow, 'id' | 'version'> = { id: 'connect', version: 3 };
  const position: Position = { state: 'checking', context: { form: { apiKey: undefined } }, busy: true, done: false };
  const save = (scene: Scene, where = position) => saveSnapshot(scene, flow as Flow, where);

  describe('a stored position', () => {
    test('is read back with its versions, its user and its time', async () => {
      const scene = sceneOf(fakeHost().host, { stage: 'view-1' });
      await save(scene);
      expect(await readSnapshot(scene)).toEqual({
        kind: 'snapshot',
        flow: 'connect',
        stage: 'view-1',
        version: [1, 3],
        userId: scene.user.id,
        savedAt: expect.any(Number),
        position: { ...position, context: { form: {} } },
      });
    });

    test('takes the place of the one before, and is gone when it is removed', async () => {
      const { host, store } = fakeHost();
      const scene = sceneOf(host, { stage: 'view-1' });
      await save(scene);
      await save(scene, { ...position, state: 'storing' });
      expect(store.records).toHaveLength(1);
      expect((await readSnapshot(scene))?.position.state).toBe('storing');
      await removeSnapshot(scene);
      expect(await readSnapshot(scene)).toBeUndefined();
    });

    test('is not found from another view', async () => {
      const { host } = fakeHost();
      await save(sceneOf(host, { stage: 'view-1' }));
      expect(await readSnapshot(sceneOf(host, { stage: 'view-2' }))).toBeUndefined();
    });

    test('of another schema, or of no shape that we know, counts as none', async () => {
      const scene = sceneOf(fakeHost().host, { stage: 'view-1' });
      await save(scene);
      const [stored] = await scene.host.read.getPersistenceReader().readByAssociation(association('snapshots'));
      const file = [
        association('snapshot', 'view-1'),
        association('snapshots'),
        association('journeys', scene.user.id),
      ];
      await scene.host.persistence.updateByAssociations(file, { ...stored, kind: 'snapshot', version: [2, 3] });
      expect(await readSnapshot(scene)).toBeUndefined();
      await scene.host.persistence.updateByAssociations(file, { kind: 'snapshot' });
      expect(await readSnapshot(scene)).toBeUndefined();
    });

    test('is forgotten after a day without a step; that of the setup channel stays', async () => {
      const { host, store } = fakeHost();
      await save(sceneOf(host, { stage: 'view-1' }));
      await save(sceneOf(host, { stage: SETUP_STAGE }));
      const day = 24 * 60 * 60 * 1000;
      await purgeSnapshots(host, Date.now() + day - 1_000);
      expect(store.records).toHaveLength(2);
      await purgeSnapshots(host, Date.now() + day + 1_000);
      expect(store.records).toMatchObject([{ stage: SETUP_STAGE }]);
    });
  });
});
