import type { Message } from '../../../web/documents/Message';
import { appText, directionOf, languageOf, readAppTexts } from '../../../web/workspace/appText';
import { putHistory } from '../../../web/workspace/changes/messageChanges';
import { attemptOf, emptyDraft } from '../../../web/workspace/drafts/Draft';
import { draftTexts, putDraft, returnDraft, settleDrafts } from '../../../web/workspace/drafts/settleDrafts';
import { findRoomByPath, roomPath, roomTitle } from '../../../web/workspace/roomPath';
import type { WorkspaceState } from '../../../web/workspace/WorkspaceState';
import { initialState } from '../../../web/workspace/WorkspaceState';

describe('drafts', () => {
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
});

describe('texts', () => {
  const info = { version: '1', url: '', simulatorUrl: '', users: [] };
  const me = { _id: 'me', username: 'me', name: 'Me', roles: [], language: 'en' };
  const state = (more: Partial<WorkspaceState>): WorkspaceState => ({ ...initialState, me, info, ...more });

  test.each([
    [{}, 'en'],
    [{ appLanguage: 'ar' }, 'ar'],
    [{ info: { ...info, language: 'pt-BR' } }, 'pt-BR'],
    [{ appLanguage: 'en', info: { ...info, language: 'de' } }, 'de'],
    [{ me: { ...me, language: 'fr' } }, 'fr'],
  ])('the page is read in the first language that somebody chose: %j → %s', (more, language) => {
    expect(languageOf(state(more))).toBe(language);
  });

  test.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['en', 'ltr'],
    ['arn', 'ltr'],
  ])('%s runs %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });

  test('texts of an app come in the reader’s language, else in English, with parameters', () => {
    const appTexts = readAppTexts({
      apps: [
        {
          id: 'app',
          languages: { en: { hello: 'Hello {{name}}', only: 'Only __count__' }, de: { hello: 'Hallo {{ name }}' } },
        },
      ],
    });
    const german = state({ appTexts, appLanguage: 'de-AT' });
    expect(appText(german, 'app', 'hello', { name: 'Ana' })).toBe('Hallo Ana');
    expect(appText(german, 'app', 'only', { count: 2 })).toBe('Only 2');
    expect(appText(german, 'app', 'gone')).toBeUndefined();
    expect(appText(german, 'other', 'hello')).toBeUndefined();
  });

  test('a room has its address and title by its kind, and is found by it', () => {
    const rooms = {
      g: { _id: 'g', t: 'p' as const, name: 'setup' },
      l: { _id: 'l', t: 'l' as const, v: { _id: 'v', name: 'Ana' } },
      d: { _id: 'd', t: 'd' as const, usernames: ['me', 'bot'] },
    };
    expect(Object.values(rooms).map((room) => [roomPath(room), roomTitle(room, me)])).toEqual([
      ['/group/setup', 'setup'],
      ['/live/l', 'Ana'],
      ['/direct/d', 'bot'],
    ]);
    expect(findRoomByPath(rooms, '/live/l')).toBe(rooms.l);
    expect(findRoomByPath(rooms, '/live/gone')).toBeUndefined();
  });
});
