import { appText, directionOf, languageOf, readAppTexts } from '../../../web/workspace/appText';
import { findRoomByPath, roomPath, roomTitle } from '../../../web/workspace/roomPath';
import type { WorkspaceState } from '../../../web/workspace/WorkspaceState';
import { initialState } from '../../../web/workspace/WorkspaceState';

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
