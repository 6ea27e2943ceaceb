import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { advance } from '../../src/flows/runFlow';
import { sayToUser } from '../../src/flows/sayToUser';
import { readSnapshot } from '../../src/flows/snapshots';
import { fakeHost } from '../support/fakeHost';
import { sceneOf } from '../support/interactions';
import { plannedFlow, positionAt } from '../support/journeys';
import { notices, person, setupChannel } from '../support/workspace';

describe('advance', () => {
  /** A journey whose handler ends when the test says so. */
  function slowFlow() {
    let settle: { resolve: (type: string) => void; reject: (error: Error) => void } | undefined;
    const told: string[] = [];
    const flow = plannedFlow({
      told,
      steps: { ASK: { state: 'asking', busy: true, actions: ['ask'] }, ANSWERED: { state: 'answered' } },
      handlers: { ask: () => new Promise((resolve, reject) => (settle = { resolve, reject })) },
    });
    const step = flow.step(positionAt('begun'), { type: 'ASK' });
    return {
      flow,
      step,
      told,
      answer: () => settle?.resolve('ANSWERED'),
      fail: () => settle?.reject(new Error('broken')),
    };
  }

  /** Lets what is ready go on; the store answers by `setImmediate`. */
  async function breathe() {
    for (let turn = 0; turn < 20; turn += 1)
      await new Promise((resolve) => jest.requireActual('timers').setImmediate(resolve));
  }

  describe('going on while a person waits', () => {
    beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
    afterEach(() => jest.useRealTimers());

    test('gives the position that quick work leads to', async () => {
      const { flow, step, answer, told } = slowFlow();
      const advanced = advance(flow, sceneOf(fakeHost().host), step);
      await breathe();
      answer();
      expect(await advanced).toEqual(positionAt('answered'));
      expect(told).toEqual([]);
    });

    test('gives a busy position when work takes longer than a client waits, and goes on by itself', async () => {
      const scene = sceneOf(fakeHost().host);
      const { flow, step, answer, told } = slowFlow();
      const advanced = advance(flow, scene, step);
      await breathe();
      jest.advanceTimersByTime(3_500);
      expect(await advanced).toEqual(positionAt('asking', { busy: true }));
      answer();
      await breathe();
      expect((await readSnapshot(scene))?.position).toEqual(positionAt('answered'));
      // Nobody may be looking any more: the journey says it elsewhere.
      expect(told).toEqual(['answered']);
    });

    test('throws what fails while the person waits', async () => {
      const { host, log } = fakeHost();
      const { flow, step, fail } = slowFlow();
      const advanced = advance(flow, sceneOf(host), step);
      await breathe();
      fail();
      await expect(advanced).rejects.toThrow('broken');
      expect(log).toEqual([]);
    });

    test('logs what fails later, and forgets the journey so that nobody waits for it in vain', async () => {
      const { host, log, posted } = await setupChannel();
      const scene = sceneOf(host);
      const { flow, step, fail } = slowFlow();
      const advanced = advance(flow, scene, step);
      await breathe();
      jest.advanceTimersByTime(3_500);
      await advanced;
      fail();
      await breathe();
      expect(log).toEqual([expect.stringContaining('broken')]);
      expect(await readSnapshot(scene)).toBeUndefined();
      // The view promised that the channel shows the result.
      expect(posted).toMatchObject([{ room: 'setup-room', text: 'errors:bug' }]);
    });

    test('leaves nothing unhandled when the store is gone as well', async () => {
      const { host, store, log } = fakeHost();
      const { flow, step, fail } = slowFlow();
      const advanced = advance(flow, sceneOf(host), step);
      await breathe();
      jest.advanceTimersByTime(3_500);
      await advanced;
      store.failure = new Error('no database');
      fail();
      await breathe();
      expect(log).toEqual([
        expect.stringContaining('broken'),
        expect.stringContaining('no database'),
        expect.stringContaining('no database'),
      ]);
    });
  });
});

describe('what is said to one person', () => {
  async function workspace() {
    const { said, modify, read } = notices();
    const { host } = await setupChannel({ modify, read });
    return { host, said };
  }

  test('is said where they act', async () => {
    const { host, said } = await workspace();
    await sayToUser(sceneOf(host, { room: { id: 'r' } as IRoom }), 'Hello');
    expect(said).toEqual([{ to: 'admin-id', room: 'r', text: 'Hello' }]);
  });

  test('is said to an administrator in the setup channel, where that place is not known', async () => {
    const { host, said } = await workspace();
    await sayToUser(sceneOf(host), 'Hello');
    expect(said).toEqual([{ to: 'admin-id', room: 'setup-room', text: 'Hello' }]);
  });

  test('stays unsaid to anybody else: they are not brought into that channel', async () => {
    const { host, said } = await workspace();
    await sayToUser(sceneOf(host, { user: person({ roles: ['user', 'livechat-agent'] }) }), 'Hello');
    expect(said).toEqual([]);
  });
});
