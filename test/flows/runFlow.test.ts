import { runFlow } from '../../src/flows/runFlow';
import { readSnapshot } from '../../src/flows/snapshots';
import { fakeHost } from '../support/fakeHost';
import { plannedFlow, positionAt } from '../support/plannedFlow';
import { sceneOf } from '../support/sceneOf';

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
