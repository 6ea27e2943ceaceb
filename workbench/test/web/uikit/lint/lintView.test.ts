import { guardRejects } from '../../../../web/uikit/lint/guardRejects';
import { lintView } from '../../../../web/uikit/lint/lintView';

const plain = (text: string) => ({ type: 'plain_text', text });
const view = {
  id: 'v',
  title: plain('Title'),
  blocks: [{ type: 'section', blockId: 's', text: plain('Text') }],
};

test('a sound view has no findings', () => {
  expect(lintView('modal', view, { delivered: true, also: [guardRejects] })).toEqual([]);
});

test.each([
  ['view-title', 'modal', { ...view, title: 'bare' }],
  [
    'submit-in-contextual-bar',
    'contextualBar',
    { ...view, submit: { type: 'button', actionId: 's', text: plain('Save') } },
  ],
  ['property-not-read', 'modal', { ...view, clearOnClose: true }],
  ['block-not-drawn', 'banner', { ...view, blocks: [{ type: 'callout', text: plain('x') }] }],
] as const)('%s is found in a %s', (rule, surface, faulty) => {
  expect(lintView(surface, faulty).map((finding) => finding.rule)).toContain(rule);
});

test('a view that the server gave no id is told only where the server has been', () => {
  const { id: _id, ...nameless } = view;
  expect(lintView('modal', nameless)).toEqual([]);
  expect(lintView('modal', nameless, { delivered: true })).toMatchObject([{ rule: 'view-id' }]);
});

test('ui-kit’s own guard is asked for each block, ids of elements aside', () => {
  const select = { type: 'static_select', actionId: 'a', options: [{ value: 'a', text: plain('A') }] };
  const blocks = [{ type: 'actions', blockId: 'b', elements: [{ ...select, placeholder: plain('Choose') }] }];
  expect(lintView('modal', { ...view, blocks }, { also: [guardRejects] })).toEqual([]);
  const faulty = [{ type: 'actions', blockId: 'b', elements: [select] }];
  expect(lintView('modal', { ...view, blocks: faulty }, { also: [guardRejects] }).map(({ rule }) => rule)).toEqual([
    'select-incomplete',
    'ui-kit-guard',
  ]);
});
