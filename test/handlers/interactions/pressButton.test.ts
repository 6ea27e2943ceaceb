import type { UIKitBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { pressButton } from '../../../src/handlers/entry/interactions/pressButton';
import { answers } from '../../support/answers';
import { fakeHost } from '../../support/fakeHost';
import { notices } from '../../support/notices';
import { person } from '../../support/person';

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
