import type { Message } from '../../../web/documents/Message';
import { putHistory } from '../../../web/workspace/changes/messageChanges';
import { attemptOf, emptyDraft } from '../../../web/workspace/drafts/Draft';
import { draftTexts, putDraft, returnDraft, settleDrafts } from '../../../web/workspace/drafts/settleDrafts';
import { initialState } from '../../../web/workspace/WorkspaceState';

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

describe('a draft that was given to the server', () => {
  const draft = { text: 'Hello', files: [] };

  test('keeps its id while nothing of it is changed', () => {
    const attempt = attemptOf(draft);
    expect(attempt.id).toMatch(/^\w{17}$/);
    expect(attemptOf({ ...draft, attempt })).toBe(attempt);
    expect(attemptOf({ ...draft, text: 'Hello!', attempt }).id).not.toBe(attempt.id);
    expect(attemptOf({ ...draft, quoting: message, attempt }).id).not.toBe(attempt.id);
  });

  test.each([
    ['is none any more once its message stands in the room', 'Hello', undefined],
    ['leaves what was typed behind it', 'Hello\nAnd more', 'And more'],
    ['stays as it is where it became another text', 'Hi', 'Hi'],
  ])('%s', (_case, text, left) => {
    const attempt = { id: 'm', text: 'Hello' };
    const unsent = putDraft('r', () => ({ text, attempt, files: [] }))(initialState);
    expect(settleDrafts(unsent)).toBe(unsent);
    const arrived = settleDrafts(putHistory('r', [message], false)(unsent));
    expect(arrived.drafts['r']?.text).toBe(left);
    expect(arrived.drafts['r']?.attempt).toBeUndefined();
  });
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
      d: { text: 'Lost', attempt: { id: 'm', text: 'Lost' }, files: [] },
    });
    expect(draftTexts.read('ana')).toEqual({
      a: { text: 'Hello', files: [] },
      b: { text: 'New', files: [] },
      d: { text: 'Lost', attempt: { id: 'm', text: 'Lost' }, files: [] },
    });
    expect(draftTexts.read('bo')).toEqual({});
  });

  test('that make no sense are forgotten', () => {
    kept.set('workbench-drafts ana', '{"a": 1');
    expect(draftTexts.read('ana')).toEqual({});
  });
});
