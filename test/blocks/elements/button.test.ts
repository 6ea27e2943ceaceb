import { button } from '../../../src/blocks/elements';
import { drawing } from '../../support/drawing';

test('a button carries its ids, its value and its style', () => {
  const facts = {
    blockId: 'card',
    actionId: 'edit-number',
    text: 'Edit',
    value: '{"number":"1"}',
    style: 'primary',
  } as const;
  expect(button(drawing, facts)).toEqual({
    ...facts,
    type: 'button',
    appId: 'app-id',
    text: { type: 'plain_text', text: 'Edit' },
  });
});

test('a plain button has neither value nor style, not even absent ones', () => {
  const plain = button(drawing, { blockId: 'card', actionId: 'edit-number', text: 'Edit' });
  expect(Object.keys(plain).sort()).toEqual(['actionId', 'appId', 'blockId', 'text', 'type']);
});
