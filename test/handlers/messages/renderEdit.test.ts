import { renderEdit } from '../../../src/handlers/messages/renderEdit';
import { english } from './support/english';

const text = (body: string) => ({ type: 'text' as const, body });

describe('an edited message', () => {
  test('says what it says now and what it said before, edit by edit', () => {
    const once = renderEdit(text('second'), '*first*', english);
    expect(once).toBe('second\n✏️ _Edited. Before that:_\n> *first*');
    expect(renderEdit(text('third'), once, english)).toBe(
      'third\n✏️ _Edited. Before that:_\n> second\n> ✏️ _Edited. Before that:_\n> *first*',
    );
  });

  test('stays as it is when a crash lets the same edit come once more', () => {
    const once = renderEdit(text('*second*'), 'first', english);
    expect(renderEdit(text('*second*'), once, english)).toBe(once);
    const bare = renderEdit({ type: 'image', id: '1' }, 'caption', english);
    expect(renderEdit({ type: 'image', id: '1' }, bare, english)).toBe(bare);
  });

  test('says what it says now, when nothing is known of before', () => {
    expect(renderEdit(text('now'), '', english)).toBe('✏️ _An earlier message was edited. It now says:_\nnow');
  });

  test('is named when it is a file without words and nothing is known of before', () => {
    expect(renderEdit({ type: 'image', id: '1' }, '', english)).toBe(
      '✏️ _An earlier message was edited. It now says:_\nPhoto',
    );
  });

  test('may have lost its caption', () => {
    expect(renderEdit({ type: 'image', id: '1' }, 'caption', english)).toBe('✏️ _Edited. Before that:_\n> caption');
  });
});
