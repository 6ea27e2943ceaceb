import type { Message } from '../../../web/documents/Message';
import { draftTexts } from '../../../web/workspace/drafts/draftTexts';
import { emptyDraft } from '../../../web/workspace/drafts/emptyDraft';
import { putDraft } from '../../../web/workspace/drafts/putDraft';
import { returnDraft } from '../../../web/workspace/drafts/returnDraft';
import { initialState } from '../../../web/workspace/initialState';

const message: Message = { _id: 'm', rid: 'r', msg: 'Old', ts: '2026-01-01', u: { _id: 'u', username: 'u' } };

test('a draft belongs to its room, and one of nothing is none', () => {
  const typed = putDraft('r', (before) => ({ ...before, text: 'Hello' }))(initialState);
  expect(typed.drafts).toEqual({ r: { text: 'Hello', files: [] } });
  expect(putDraft('r', () => emptyDraft)(typed).drafts).toEqual({});
});

test('what could not be sent comes back, before what has been typed meanwhile', () => {
  const unsent = { text: 'First', quoting: message, files: [] };
  expect(returnDraft(unsent)(emptyDraft)).toEqual(unsent);
  expect(returnDraft(unsent)({ text: 'Second', files: [] })).toEqual({ text: 'First\nSecond', files: [] });
});

describe('texts that are kept in the window', () => {
  const kept = new Map<string, string>();
  beforeAll(() =>
    Object.assign(globalThis, {
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
      },
    }),
  );
  afterAll(() => Reflect.deleteProperty(globalThis, 'sessionStorage'));

  test('are those of one user, without the change of an old message', () => {
    draftTexts.write('ana', {
      a: { text: 'Hello', files: [] },
      b: { text: 'Changed', editing: message, aside: 'New', files: [] },
      c: { text: '', quoting: message, files: [] },
    });
    expect(draftTexts.read('ana')).toEqual({ a: { text: 'Hello', files: [] }, b: { text: 'New', files: [] } });
    expect(draftTexts.read('bo')).toEqual({});
  });

  test('that make no sense are forgotten', () => {
    kept.set('workbench-drafts ana', '{"a": 1');
    expect(draftTexts.read('ana')).toEqual({});
  });
});
