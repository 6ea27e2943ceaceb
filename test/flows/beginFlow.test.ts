import { noticeModal } from '../../src/blocks/modal';
import { beginFlow } from '../../src/flows/runFlow';
import { drawing } from '../support/drawing';
import { fakeHost } from '../support/fakeHost';
import { plannedFlow } from '../support/plannedFlow';
import { sceneOf } from '../support/sceneOf';

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
