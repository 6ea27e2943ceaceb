import { assign, setup } from 'xstate';
import { noticeModal } from '../../src/blocks/modal';
import { createFlow } from '../../src/flows/Flow';
import type { Position } from '../../src/flows/Flow';
import { drawing } from '../support/drawing';
import { fakeHost } from '../support/fakeHost';
import { sceneOf } from '../support/sceneOf';

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
    for (const type of ['PUSH', 'UNPLUG']) expect(flow.step(ended, { type })).toEqual({ position: ended, actions: [] });
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
