import { readServerAnswer } from '../../../../web/uikit/interactions/readServerAnswer';

const view = { id: 'v', title: { type: 'plain_text', text: 'T' }, blocks: [{ type: 'divider' }, 'no block'], extra: 1 };

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
