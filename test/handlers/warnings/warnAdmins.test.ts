import { changeInstall } from '../../../src/handlers/core/records/install';
import { forgetWarning } from '../../../src/handlers/numbers/warnings/forgetWarning';
import { warnAdmins } from '../../../src/handlers/numbers/warnings/warnAdmins';
import { fakeHost } from '../../support/fakeHost';
import { postings } from '../../support/postings';

const room = { id: 'setup-room', type: 'p' } as never;
const params = { number: '+55', other: '+49' };

async function workspace(rooms = [room]) {
  const { posted, modify, read } = postings(rooms);
  const fake = fakeHost({ modify, read });
  await changeInstall(fake.host, { setupRoomId: 'setup-room' });
  return { ...fake, posted };
}

describe('a warning', () => {
  test('is told once, however often and by however many it is noticed', async () => {
    const { host, posted } = await workspace();
    const warn = () => warnAdmins(host, 'number differs', 'warnings:numberDiffers', params);
    await Promise.all([warn(), warn(), warn()]);
    await warn();
    expect(posted).toMatchObject([{ room: 'setup-room', text: expect.stringMatching(/^:warning: .*\+55.*\+49/s) }]);
  });

  test('is told again when it was well in between', async () => {
    const { host, posted } = await workspace();
    await warnAdmins(host, 'a', 'warnings:numberDiffers', params);
    await warnAdmins(host, 'b', 'warnings:numberDiffers', params);
    await forgetWarning(host, 'a');
    await warnAdmins(host, 'a', 'warnings:numberDiffers', params);
    await warnAdmins(host, 'b', 'warnings:numberDiffers', params);
    expect(posted).toHaveLength(3);
  });

  test('is told later when the channel is not there now', async () => {
    const { host, store } = await workspace([]);
    const before = store.records.length;
    await warnAdmins(host, 'a', 'warnings:numberDiffers', params);
    expect(store.records).toHaveLength(before);
  });
});
