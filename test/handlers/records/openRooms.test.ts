import { forgetOpenRoom, noteOpenRoom, readOpenRooms } from '../../../src/handlers/omnichannel/conversations/openRooms';
import { fakeHost } from '../../support/fakeHost';

test('the rooms that the app has made are known until they are closed', async () => {
  const { host, store } = fakeHost();
  await noteOpenRoom(host, 'one');
  await noteOpenRoom(host, 'two');
  await noteOpenRoom(host, 'two');
  expect(await readOpenRooms(host)).toEqual(['one', 'two']);
  await forgetOpenRoom(host, 'one');
  await forgetOpenRoom(host, 'unknown');
  expect(await readOpenRooms(host)).toEqual(['two']);
  await forgetOpenRoom(host, 'two');
  expect(store.records).toEqual([]);
});
