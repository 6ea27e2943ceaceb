import type { Surprise } from '../../../web/uikit/interactions/applyAnswer';
import type { Interaction } from '../../../web/uikit/interactions/InteractionClient';
import { InteractionClient, TriggerBook } from '../../../web/uikit/interactions/InteractionClient';
import { readServerAnswer } from '../../../web/uikit/interactions/readServerAnswer';
import { ViewActions } from '../../../web/uikit/interactions/ViewActions';

describe('InteractionClient', () => {
  type Body = { type: string; triggerId: string; [field: string]: unknown };

  const field = (actionId: string, initialValue?: string) => ({
    type: 'input',
    blockId: `${actionId}-block`,
    element: { type: 'plain_text_input', actionId, initialValue },
  });
  const viewOf = (id: string, blocks: object[] = [field('name')]) => ({ id, title: 'Title', blocks });
  const click: Interaction = {
    type: 'blockAction',
    actionId: 'open',
    payload: { blockId: 'b', value: '' },
    container: { type: 'view', id: 'v' },
  };

  /** A client whose app answers as told; `answer` gets each body. */
  function clientWith(answer: (body: Body) => unknown, isMobile = false) {
    const sent: Body[] = [];
    const toasts: string[] = [];
    const surprises: Surprise['rule'][] = [];
    const client = new InteractionClient({
      post: async (_appId, body) => {
        const read = body as Body;
        sent.push(read);
        return answer(read);
      },
      toast: (text) => toasts.push(text),
      surprise: ({ rule }) => surprises.push(rule),
      currentRoom: () => 'room',
      isMobile: () => isMobile,
    });
    const open = async () => {
      await client.emit('app', click);
      const modal = client.views.getState().modal;
      if (!modal) throw new Error('Nothing opened');
      return modal.view;
    };
    return { client, sent, toasts, surprises, open, modal: () => client.views.getState().modal };
  }

  const opens =
    (type: string, view: object) =>
    ({ triggerId }: Body) => ({ success: true, type, triggerId, appId: 'app', view });
  const replies =
    (more: object) =>
    ({ triggerId }: Body) => ({ success: true, triggerId, appId: 'app', ...more });

  /** Opens a modal at a click and answers everything else as told. */
  const modalThen = (answer: (body: Body) => unknown) => (body: Body) =>
    body.type === 'blockAction' ? opens('modal.open', viewOf('v'))(body) : answer(body);

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  describe('what an answer does', () => {
    test('on mobile no contextual bar opens, and a modal does', async () => {
      const bar = clientWith(opens('contextual_bar.open', viewOf('bar')), true);
      await bar.client.emit('app', click);
      expect(bar.client.views.getState().contextualBar).toBeUndefined();
      expect(bar.surprises).toEqual(['no-contextual-bar-on-mobile']);
      const modal = clientWith(opens('modal.open', viewOf('v')), true);
      expect((await modal.open()).id).toBe('v');
    });

    test('an interaction of more than 100 kB is told of', async () => {
      const { client, surprises } = clientWith(() => ({ success: true }));
      await client.emit('app', { ...click, payload: { blockId: 'b', value: 'ü'.repeat(60_000) } });
      expect(surprises).toEqual(['interaction-too-large']);
    });

    test('a modal replaces another one', async () => {
      let count = 0;
      const { client, modal } = clientWith((body) => opens('modal.open', viewOf(`v${(count += 1)}`))(body));
      await client.emit('app', click);
      await client.emit('app', click);
      expect(modal()?.view.id).toBe('v2');
    });

    test('an update of the same id is laid over the view; errors stay until the next ones', async () => {
      const { client, modal, open, surprises } = clientWith(
        modalThen(replies({ type: 'errors', viewId: 'v', errors: { name: 'No' } })),
      );
      await new ViewActions(client, 'modal', undefined).submit(await open(), {});
      expect(modal()?.errors).toEqual({ name: 'No' });
      client.receive({
        type: 'modal.update',
        triggerId: client.trigger('app'),
        appId: 'app',
        view: { ...viewOf('v', []), appId: 'app', blocks: [] },
      });
      expect(modal()).toMatchObject({ errors: { name: 'No' }, view: { id: 'v', blocks: [] } });
      client.receive({
        type: 'modal.update',
        triggerId: client.trigger('app'),
        appId: 'app',
        view: { appId: 'app', id: 'gone', blocks: [] },
      });
      expect(surprises).toEqual(['update-of-closed-view']);
    });

    test('errors as a list are read like the engine’s object', async () => {
      const { client, modal, open } = clientWith(
        modalThen(replies({ type: 'errors', viewId: 'v', errors: [{ name: 'No' }, { other: 'Never' }] })),
      );
      await new ViewActions(client, 'modal', undefined).submit(await open(), {});
      expect(modal()?.errors).toEqual({ name: 'No', other: 'Never' });
    });

    test('a field that an update brings with a value is told, because it is not submitted', async () => {
      const { client, open, surprises } = clientWith(modalThen(replies({})));
      await open();
      const blocks = [field('name'), field('late', 'value')];
      const view = { ...viewOf('v'), appId: 'app', blocks: blocks as never[] };
      client.receive({
        type: 'modal.update',
        triggerId: client.trigger('app'),
        appId: 'app',
        view: { ...view, title: undefined },
      });
      expect(surprises).toEqual(['initial-value-not-submitted']);
    });

    test('a contextual bar stands beside the room that is open', async () => {
      const { client } = clientWith(opens('contextual_bar.open', viewOf('bar')));
      await client.emit('app', click);
      expect(client.views.getState().contextualBar).toMatchObject({ view: { id: 'bar' }, rid: 'room' });
    });

    test('a banner brings its fields at the top and its id as viewId', async () => {
      const { client } = clientWith(replies({ type: 'banner.open', viewId: 'b', blocks: [] }));
      await client.emit('app', click);
      expect(client.views.getState().banners).toMatchObject([{ view: { id: 'b' } }]);
    });

    test('modal.close does nothing', async () => {
      const { client, open, modal, surprises } = clientWith(modalThen(replies({})));
      await open();
      client.receive({ type: 'modal.close', triggerId: client.trigger('app'), appId: 'app' });
      expect(modal()).toBeDefined();
      expect(surprises).toEqual(['modal-close-ignored']);
    });

    test('a push with a trigger of nobody opens nothing', () => {
      const { client, modal, surprises } = clientWith(replies({}));
      client.receive({
        type: 'modal.open',
        triggerId: 'of nobody',
        appId: 'app',
        view: { appId: 'app', id: 'v', blocks: [] },
      });
      expect(modal()).toBeUndefined();
      expect(surprises).toEqual(['trigger-not-valid']);
    });
  });

  describe('when a modal goes away', () => {
    test.each([
      ['stays at errors', replies({ success: false, type: 'errors', viewId: 'v', errors: {} }), 'stays'],
      ['stays at an update', opens('modal.update', viewOf('v')), 'stays'],
      ['stays without an answer', () => undefined, 'stays'],
      ['stays when the app failed', () => Promise.reject(new Error('500')), 'stays'],
      ['goes at success', replies({}), 'goes'],
      [
        'goes when the submit is answered with another modal, which goes too',
        opens('modal.open', viewOf('next')),
        'goes',
      ],
    ])('it %s', async (_how, answer, fate) => {
      const { client, modal, open } = clientWith(modalThen(answer));
      await new ViewActions(client, 'modal', undefined).submit(await open(), {});
      expect(modal() ? 'stays' : 'goes').toBe(fate);
    });

    test('its X and its button tell the app which of them it was', async () => {
      const { client, sent, modal, open } = clientWith(modalThen(replies({})));
      await new ViewActions(client, 'modal', undefined).close(await open(), { b: { a: 1 } }, true);
      expect(modal()).toBeUndefined();
      expect(sent.at(-1)).toMatchObject({
        type: 'viewClosed',
        payload: { viewId: 'v', isCleared: true, view: { id: 'v', state: { b: { a: 1 } } } },
      });
      expect(sent.at(-1)).not.toHaveProperty('rid');
    });

    test('an app that takes more than five seconds is told of, and a late answer opens nothing', async () => {
      let answerLate: (value: unknown) => void = () => undefined;
      const { client, toasts, surprises, modal } = clientWith(() => new Promise((resolve) => (answerLate = resolve)));
      const emitted = client.emit('app', click);
      await jest.advanceTimersByTimeAsync(5_000);
      expect(await emitted).toBe('too slow');
      answerLate({});
      expect(toasts).toEqual(['UIKit_Interaction_Timeout']);
      expect(surprises).toEqual(['interaction-too-slow']);
      expect(modal()).toBeUndefined();
    });

    test('a contextual bar goes before its submit is sent, and names the room', async () => {
      const seen: boolean[] = [];
      const { client, sent } = clientWith((body) => {
        seen.push(client.views.getState().contextualBar !== undefined);
        return body.type === 'blockAction' ? opens('contextual_bar.open', viewOf('bar'))(body) : replies({})(body);
      });
      await client.emit('app', click);
      const view = client.views.getState().contextualBar?.view;
      await new ViewActions(client, 'contextualBar', 'room').submit(view!, {});
      expect(seen).toEqual([false, false]);
      expect(sent.at(-1)).toMatchObject({ type: 'viewSubmit', viewId: 'bar', rid: 'room' });
    });
  });
});

describe('readServerAnswer', () => {
  const view = {
    id: 'v',
    title: { type: 'plain_text', text: 'T' },
    blocks: [{ type: 'divider' }, 'no block'],
    extra: 1,
  };

  test('a view keeps all its fields, and its app when it names none', () => {
    expect(readServerAnswer({ type: 'modal.open', triggerId: 't', appId: 'app', view })).toEqual({
      type: 'modal.open',
      triggerId: 't',
      appId: 'app',
      view: { ...view, appId: 'app', blocks: [{ type: 'divider' }] },
    });
  });

  test.each([
    ['an empty body', ''],
    ['plain success', { success: true }],
    ['an unknown type', { type: 'toast.open', triggerId: 't' }],
    ['a view without an id', { type: 'modal.open', triggerId: 't', view: { blocks: [] } }],
    ['a view without blocks', { type: 'modal.open', triggerId: 't', view: { id: 'v' } }],
  ])('%s says nothing to do', (_what, body) => {
    expect(readServerAnswer(body)).toBeUndefined();
  });
});

describe('TriggerBook', () => {
  test('a trigger belongs to its app, opens one thing, and lives five seconds', () => {
    let now = 0;
    const book = new TriggerBook(() => now);
    const [used, late] = [book.issue('app'), book.issue('app')];
    now = 5_000;
    expect(book.use(used)).toBe('app');
    expect(book.use(used)).toBeUndefined();
    now = 5_001;
    expect(book.use(late)).toBeUndefined();
    expect(book.use('of nobody')).toBeUndefined();
  });
});
