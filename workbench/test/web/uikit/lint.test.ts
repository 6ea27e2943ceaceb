import { elements } from '../../../web/gallery/fixtures/elements';
import { guardRejects } from '../../../web/uikit/lint/guardRejects';
import type { LintOptions } from '../../../web/uikit/lint/lintSurface';
import { lintSurface } from '../../../web/uikit/lint/lintSurface';
import { lintView } from '../../../web/uikit/lint/lintView';
import type { Surface } from '../../../web/uikit/readBlocks';

describe('lintSurface', () => {
  const plain = (text: string) => ({ type: 'plain_text', text });
  const option = (value: string) => ({ value, text: plain(value) });
  const section = { type: 'section', blockId: 's', text: { type: 'mrkdwn', text: '*Hello*' } };
  const button = (actionId: string) => ({ type: 'button', actionId, text: plain('Yes'), value: 'y' });
  const actions = (...list: object[]) => ({ type: 'actions', blockId: 'a', elements: list });
  const input = (element: object) => ({ type: 'input', blockId: 'i', label: plain('Label'), element });

  const rulesOf = (surface: Surface, blocks: unknown[], options?: LintOptions) =>
    lintSurface(surface, blocks, options).map(({ rule }) => rule);

  describe('blocks without a trap', () => {
    test.each([
      ['a message with a question', 'message', [section, actions(button('yes'), button('no'))]],
      [
        'the same button for two numbers in a message',
        'message',
        [actions(button('edit')), { ...actions(button('edit')), blockId: 'b' }],
      ],
      ['a form', 'modal', [section, input({ ...elements.plain_text_input, actionId: 'name' })]],
      [
        'what is meant for the widget only',
        'message',
        [{ type: 'conditional', when: { engine: ['livechat'] }, render: [{ type: 'callout' }] }],
      ],
      ['six buttons in a banner', 'banner', [actions(...['1', '2', '3', '4', '5', '6'].map(button))]],
    ] as const)('%s', (_what, surface, blocks) => {
      expect(lintSurface(surface, [...blocks])).toEqual([]);
    });
  });

  describe('each trap is found', () => {
    test.each([
      ['block-not-drawn', 'message', [{ type: 'callout', blockId: 'c', text: plain('Nobody sees this') }]],
      ['block-not-drawn', 'contextualBar', [{ type: 'info_card', blockId: 'c', rows: [] }]],
      ['block-not-drawn', 'message', [plain('bare')]],
      ['element-not-drawn', 'modal', [input({ type: 'conversations_select', actionId: 'x' })]],
      ['element-not-drawn', 'message', [actions({ ...elements.plain_text_input, actionId: 'x' })]],
      ['missing-ids', 'message', [actions({ ...button(''), actionId: undefined })]],
      ['missing-ids', 'modal', [{ ...input({ ...elements.plain_text_input, actionId: 'x' }), blockId: undefined }]],
      ['duplicate-ids', 'message', [section, section]],
      ['duplicate-ids', 'message', [actions(button('x'), button('x'))]],
      ['duplicate-ids', 'modal', [actions(button('x')), { ...actions(button('x')), blockId: 'b' }]],
      [
        'toggle-without-initial-options',
        'modal',
        [input({ type: 'toggle_switch', actionId: 'x', options: [option('a')] })],
      ],
      [
        'checkbox-loses-values',
        'modal',
        [input({ type: 'checkbox', actionId: 'x', options: [option('a'), option('b')] })],
      ],
      [
        'option-values',
        'modal',
        [input({ ...elements.static_select, actionId: 'x', options: [option('a'), option('a')] })],
      ],
      [
        'option-values',
        'message',
        [actions({ type: 'checkbox', actionId: 'x', options: [option('park'), option('parking')] })],
      ],
      ['select-incomplete', 'modal', [input({ ...elements.static_select, actionId: 'x', options: [] })]],
      ['select-incomplete', 'modal', [input({ ...elements.static_select, actionId: 'x', placeholder: undefined })]],
      ['initial-value-shape', 'modal', [input({ type: 'datepicker', actionId: 'x', initialDate: '24.12.2026' })]],
      ['initial-value-shape', 'modal', [input({ ...elements.static_select, actionId: 'x', initialValue: 'gone' })]],
      [
        'initial-value-shape',
        'modal',
        [input({ ...elements.multi_static_select, actionId: 'x', initialValue: ['gone'] })],
      ],
      ['property-not-read', 'message', [actions({ ...button('x'), confirm: {} })]],
      [
        'property-not-read',
        'modal',
        [input({ ...elements.static_select, actionId: 'x', options: [{ ...option('a'), description: plain('b') }] })],
      ],
      [
        'preview-title-lost',
        'message',
        [{ type: 'preview', blockId: 'p', title: [plain('Lost')], description: [], thumb: { url: 'x' } }],
      ],
      ['input-in-message', 'message', [input({ ...elements.plain_text_input, actionId: 'x' })]],
      ['folded-actions', 'message', [actions(...['1', '2', '3', '4', '5', '6'].map(button))]],
      [
        'text-objects',
        'modal',
        [{ ...input({ ...elements.plain_text_input, actionId: 'x' }), label: { type: 'mrkdwn', text: '*L*' } }],
      ],
      ['text-objects', 'modal', [{ type: 'section', blockId: 's' }]],
      ['broken-links', 'message', [{ ...section, text: { type: 'mrkdwn', text: 'See [the docs](docs.rocket.chat)' } }]],
      ['broken-links', 'message', [{ ...section, text: { type: 'mrkdwn', text: 'See [the docs](https://a b)' } }]],
      ['image-without-alt', 'message', [{ type: 'image', blockId: 'i', imageUrl: 'https://example.com/a.png' }]],
    ] as const)('%s in a %s', (rule, surface, blocks) => {
      expect(rulesOf(surface, [...blocks])).toContain(rule);
    });

    test('a text that the blocks do not repeat', () => {
      expect(rulesOf('message', [section], { text: 'Something else' })).toEqual(['message-text-hidden']);
      expect(rulesOf('message', [section], { text: 'Hello' })).toEqual([]);
    });

    test('a click that would go to Rocket.Chat itself, once the ids should be there', () => {
      expect(rulesOf('message', [actions(button('x'))])).toEqual([]);
      expect(rulesOf('message', [actions(button('x'))], { delivered: true })).toEqual(['missing-app-id']);
      expect(rulesOf('message', [{ ...actions(button('x')), appId: 'a' }], { delivered: true })).toEqual([]);
    });
  });

  test('a finding says where it is', () => {
    const blocks = [section, { type: 'conditional', render: [actions(button('a'), { ...button('b'), confirm: {} })] }];
    expect(lintSurface('message', blocks)).toEqual([
      {
        rule: 'property-not-read',
        path: 'blocks[1].render[0].elements[1]',
        message: expect.stringContaining('confirm'),
      },
    ]);
  });
});

describe('lintView', () => {
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
});
