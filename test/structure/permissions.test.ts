import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { places } from '../e2e/support/places';
import { readSources } from './support/repository';

/** Each permission that the app asks for, and the call that the engine refuses without it (server/bridges of the engine). */
const NEEDED: Readonly<Record<string, RegExp>> = {
  api: /\.provideApi\(/,
  networking: /\bhttp\b\s*\.post\(|http\[call\.method\]/,
  persistence: /persistence\s*\.createWithAssociations\(/,
  scheduler: /registerProcessors\(/,
  slashcommand: /provideSlashCommand\(/,
  'ui.interact': /\.openSurfaceView\(/,
  'ui.registerButtons': /\.registerButton\(/,
  'server-setting.read': /getServerSettings\(\)/,
  'user.read': /getUserReader\(\)/,
  'room.read': /getRoomReader\(\)/,
  'room.write': /\.startRoom\(\)/,
  'message.read': /getMessageReader\(\)/,
  'message.write': /\.startMessage\(\)/,
  'upload.read': /getUploadReader\(\)/,
  'upload.write': /getUploadCreator\(\)/,
  'livechat-status.read': /\.isOnlineAsync\(/,
  // The engine takes the next one for this one, but not before it has logged an error with a stack.
  'livechat-department.read': /\.getLivechatDepartmentByIdOrName\(/,
  'livechat-department.multiple': /\.getDepartmentsEnabledWithAgents\(\)/,
  'livechat-visitor.read': /\.getLivechatVisitorByToken\(/,
  'livechat-visitor.write': /\.createAndReturnVisitor\(/,
  'livechat-room.read': /\.getLivechatRooms\(/,
  'livechat-room.write': /\.closeRoom\(/,
  'livechat-message.write': /\.startLivechatMessage\(\)/,
  'contact.write': /\.verifyContact\(/,
  'outbound-communication.provide': /\.registerPhoneProvider\(/,
};

const { permissions } = JSON.parse(readFileSync(join(places.repository, 'app.json'), 'utf8')) as {
  permissions: { name: string; hiddenSettings?: string[] }[];
};
const asked = permissions.map(({ name }) => name);
const sources = readSources('App.ts', 'src');
const code = sources.map(({ text }) => text).join('\n');

test('the app asks for no permission that is not listed here with its call', () => {
  expect([...asked].sort()).toEqual(Object.keys(NEEDED).sort());
});

test.each(Object.entries(NEEDED))('%s is needed for a call that the code makes', (_name, call) => {
  expect(code).toMatch(call);
});

// A host may hide any setting from apps, such as those that its own environment sets, and then says “is not readable”.
test('the permission names every setting of the server that the app reads, hidden or not', () => {
  const by = (call: string) => sources.filter(({ text }) => text.includes(call));
  const reader = 'src/handlers/core/settings/readServerSetting.ts';
  expect(by('.getServerSettings()').map(({ path }) => path)).toEqual([reader]);
  const read = by('readServerSetting(')
    .filter(({ path }) => path !== reader)
    .map(({ path, text }) => ({
      path,
      ids: [...text.matchAll(/\breadServerSetting\([^,']+,\s*'(\w+)'/g)].map(([, id = '']) => id),
    }));
  // An id that is not written out where it is read would not be seen here.
  expect(read.filter(({ ids }) => ids.length === 0)).toEqual([]);
  const { hiddenSettings } = permissions.find(({ name }) => name === 'server-setting.read') ?? {};
  expect([...(hiddenSettings ?? [])].sort()).toEqual([...new Set(read.flatMap(({ ids }) => ids))].sort());
});
