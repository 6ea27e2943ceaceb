import { assign, setup } from 'xstate';
import { noticeModal } from '../../src/blocks/modal';
import { disconnectFlow } from '../../src/flows/disconnectFlow';
import type { Position } from '../../src/flows/Flow';
import { createFlow } from '../../src/flows/Flow';
import { beginFlow, goOn, moveToNewView, runFlow } from '../../src/flows/runFlow';
import { readSnapshot } from '../../src/flows/snapshots';
import { fakeHost } from '../support/fakeHost';
import { drawing, sceneOf, storedJourney } from '../support/interactions';
import { plannedFlow, positionAt } from '../support/journeys';

describe('beginFlow', () => {
  // The time that a person would wait at most goes on ticking otherwise.
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  const silent = plannedFlow({ steps: { BEGIN: { state: 'asking' } }, handlers: {} });
  const modal = noticeModal(drawing, { title: 'Title', text: 'Text' });

  describe('beginning a journey', () => {
    test('gives its first screen for a view of its own, under which it is stored', async () => {
      const { host, store } = fakeHost();
      const stages: string[] = [];
      const flow = {
        ...silent,
        draw: async (_position: unknown, { stage }: { stage: string }) => {
          stages.push(stage);
          return { kind: 'modal', modal } as const;
        },
      };
      const first = await beginFlow(flow, sceneOf(host, { stage: '' }), undefined);
      const second = await beginFlow(flow, sceneOf(host, { stage: '' }), undefined);
      expect(first.modal).toBe(modal);
      expect(first.viewId).not.toBe(second.viewId);
      expect(stages).toEqual([first.viewId, second.viewId]);
      expect(store.records).toMatchObject([{ stage: first.viewId }, { stage: second.viewId }]);
    });

    test('fails loudly without a screen', async () => {
      await expect(beginFlow(silent, sceneOf(fakeHost().host), undefined)).rejects.toThrow('begins without a screen');
    });
  });
});

describe('createFlow', () => {
  const toaster = setup({
    types: {
      context: {} as { slices: number; toasts: string[] },
      events: {} as { type: 'PUSH' } | { type: 'DONE'; toast: string } | { type: 'UNPLUG' },
      input: {} as { slices: number },
      tags: '' as 'busy',
    },
    actions: { toast: (_, _params: { seconds: number }) => undefined, ring: () => undefined },
  }).createMachine({
    id: 'toaster',
    initial: 'ready',
    on: { UNPLUG: '.ready' },
    context: ({ input }) => ({ slices: input.slices, toasts: [] }),
    states: {
      ready: { on: { PUSH: { target: 'hot', actions: { type: 'toast', params: { seconds: 90 } } } } },
      hot: {
        tags: 'busy',
        on: {
          DONE: {
            target: 'popped',
            actions: [assign({ toasts: ({ context, event }) => [...context.toasts, event.toast] }), 'ring'],
          },
        },
      },
      popped: { type: 'final' },
    },
  });

  const slicesModal = (slices: number) => noticeModal(drawing, { title: 'Toaster', text: `${slices} slices` });

  const flow = createFlow({
    id: 'toast',
    version: 4,
    machine: toaster,
    handlers: { toast: async ({ slices }) => ({ type: 'DONE' as const, toast: `${slices} brown` }) },
    screens: {
      ready: ({ slices }) => ({ kind: 'modal', modal: slicesModal(slices) }),
    },
  });
  const scene = sceneOf(fakeHost().host);

  describe('a journey made of a machine', () => {
    test('begins with what its machine is given', () => {
      expect(flow).toMatchObject({ id: 'toast', version: 4 });
      expect(flow.start({ slices: 2 })).toEqual({
        position: { state: 'ready', context: { slices: 2, toasts: [] }, busy: false, done: false },
        actions: [],
      });
    });

    test('steps by an event, and names the effects with their parameters; assignments are done already', () => {
      const pushed = flow.step(flow.start({ slices: 2 }).position, { type: 'PUSH' });
      expect(pushed).toEqual({
        position: { state: 'hot', context: { slices: 2, toasts: [] }, busy: true, done: false },
        actions: [{ type: 'toast', params: { seconds: 90 } }],
      });
      expect(flow.step(pushed.position, { type: 'DONE', toast: 'black' })).toEqual({
        position: { state: 'popped', context: { slices: 2, toasts: ['black'] }, busy: false, done: true },
        actions: [{ type: 'ring', params: undefined }],
      });
    });

    test('goes on from text as from memory', () => {
      const pushed = flow.step(flow.start({ slices: 2 }).position, { type: 'PUSH' });
      const restored = JSON.parse(JSON.stringify(pushed.position)) as Position;
      const done = { type: 'DONE', toast: 'black' };
      expect(flow.step(restored, done)).toEqual(flow.step(pushed.position, done));
    });

    test('stays where it is by an event that means nothing there', () => {
      const { position } = flow.start({ slices: 2 });
      expect(flow.step(position, { type: 'DONE', toast: 'cold' })).toEqual({ position, actions: [] });
      expect(flow.step(position, { type: 'OF_ANOTHER_MACHINE' })).toEqual({ position, actions: [] });
    });

    test('takes nothing more when it has ended, not even what every state takes', () => {
      const ended: Position = { state: 'popped', context: { slices: 2, toasts: [] }, busy: false, done: true };
      for (const type of ['PUSH', 'UNPLUG'])
        expect(flow.step(ended, { type })).toEqual({ position: ended, actions: [] });
    });

    test('calls the handler of an effect with what the machine knows, and gives back its event', async () => {
      const { position } = flow.start({ slices: 3 });
      expect(await flow.perform({ type: 'toast', params: undefined }, position, scene)).toEqual({
        type: 'DONE',
        toast: '3 brown',
      });
    });

    test('fails loudly for an effect that nobody handles', async () => {
      const { position } = flow.start({ slices: 3 });
      await expect(flow.perform({ type: 'ring', params: undefined }, position, scene)).rejects.toThrow(
        'the journey toast has no handler for ring',
      );
    });

    test('shows the screen of its state, or nothing where none is listed', async () => {
      const { position } = flow.start({ slices: 3 });
      expect(await flow.draw(position, scene)).toEqual({ kind: 'modal', modal: slicesModal(3) });
      expect(await flow.draw({ ...position, state: 'hot' }, scene)).toEqual({ kind: 'nothing' });
    });
  });
});

describe('goOn', () => {
  // The time that a person would wait at most goes on ticking otherwise.
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  const flow = plannedFlow({ steps: { GO: { state: 'gone' } }, handlers: {} });

  test('what a person does moves a journey on and is stored', async () => {
    const { host, store } = fakeHost();
    expect(await goOn(flow, sceneOf(host), positionAt('here'), { type: 'GO' })).toEqual(positionAt('gone'));
    expect(store.records).toMatchObject([{ position: { state: 'gone' } }]);
  });

  test('while a handler works it changes nothing, in the store neither', async () => {
    const { host, store } = fakeHost();
    const busy = positionAt('working', { busy: true });
    expect(await goOn(flow, sceneOf(host), busy, { type: 'GO' })).toBe(busy);
    expect(store.roundTrips).toBe(0);
  });
});

describe('moveToNewView', () => {
  const position = positionAt('confirming', { context: { digits: '551155550100', reason: null } });

  test('a journey goes on in another view, and is none of the first one’s any more', async () => {
    const { host } = fakeHost();
    const scene = sceneOf(host, { stage: 'v1' });
    await storedJourney(host, { id: 'disconnect', stage: 'v1', position });
    const { viewId, modal } = await moveToNewView(disconnectFlow, scene, position);
    expect(viewId).not.toBe('v1');
    expect(modal.title).toMatchObject({ text: 'numbers:disconnectTitle' });
    expect(await readSnapshot(scene)).toBeUndefined();
    expect((await readSnapshot({ ...scene, stage: viewId }))?.position).toEqual(position);
  });

  test('a position without a screen is our bug', async () => {
    const flow = plannedFlow({ steps: {}, handlers: {} });
    await expect(moveToNewView(flow, sceneOf(fakeHost().host), position)).rejects.toThrow('has no screen');
  });
});

describe('runFlow', () => {
  const scene = () => sceneOf(fakeHost().host);

  describe('the interpreter of journeys', () => {
    test('feeds the results of handlers back as events until it comes to rest, and stores where that is', async () => {
      const at = scene();
      const ran: string[] = [];
      const flow = plannedFlow({
        steps: {
          ASK: { state: 'asking', busy: true, actions: ['ask'] },
          ANSWERED: { state: 'telling', busy: true, actions: ['tell', 'note'] },
          TOLD: { state: 'over', done: true },
        },
        handlers: {
          ask: async () => (ran.push('ask'), 'ANSWERED'),
          tell: async () => (ran.push('tell'), 'TOLD'),
          note: async () => {
            ran.push('note');
            return undefined;
          },
        },
      });
      const position = await runFlow(flow, at, flow.step(positionAt('begun'), { type: 'ASK' }));
      expect(position).toEqual(positionAt('over', { done: true }));
      expect(ran).toEqual(['ask', 'tell', 'note']);
      expect((await readSnapshot(at))?.position).toEqual(position);
    });

    test('stores a position that waits for a handler before the handler runs', async () => {
      const at = scene();
      const seen: unknown[] = [];
      const flow = plannedFlow({
        steps: {
          ASK: { state: 'asking', busy: true, actions: ['ask'] },
          ANSWERED: { state: 'rested' },
        },
        handlers: {
          ask: async () => {
            seen.push((await readSnapshot(at))?.position);
            return 'ANSWERED';
          },
        },
      });
      await runFlow(flow, at, flow.step(positionAt('begun'), { type: 'ASK' }));
      expect(seen).toEqual([positionAt('asking', { busy: true })]);
    });

    test('costs one round trip where nothing is slow', async () => {
      const { host, store } = fakeHost();
      const flow = plannedFlow({
        steps: { SAY: { state: 'said', actions: ['say'] } },
        handlers: { say: async () => undefined },
      });
      await runFlow(flow, sceneOf(host), flow.step(positionAt('begun'), { type: 'SAY' }));
      expect(store.roundTrips).toBe(1);
    });

    test('throws what a handler throws, and leaves the busy position stored', async () => {
      const at = scene();
      const flow = plannedFlow({
        steps: { ASK: { state: 'asking', busy: true, actions: ['ask'] } },
        handlers: { ask: () => Promise.reject(new Error('out of order')) },
      });
      const step = flow.step(positionAt('begun'), { type: 'ASK' });
      await expect(runFlow(flow, at, step)).rejects.toThrow('out of order');
      expect((await readSnapshot(at))?.position.state).toBe('asking');
    });

    test('stops a journey that goes round in circles', async () => {
      let rounds = 0;
      const flow = plannedFlow({
        steps: { ROUND: { state: 'turning', actions: ['turn'] } },
        handlers: {
          turn: async () => {
            rounds += 1;
            return 'ROUND';
          },
        },
      });
      const step = flow.step(positionAt('begun'), { type: 'ROUND' });
      await expect(runFlow(flow, scene(), step)).rejects.toThrow('does not come to rest in the state turning');
      expect(rounds).toBeLessThan(100);
    });
  });
});
