import { tellSetting } from '../../../src/handlers/entry/jobs/tellSetting';
import { changeInstall } from '../../../src/handlers/core/records/install';
import { fakeHost } from '../../support/fakeHost';
import { postings } from '../../support/postings';

const problem = { key: 'errors:notAllowed' };

async function workspace() {
  const { posted, modify, read } = postings([{ id: 'setup-room' } as never]);
  const { host } = fakeHost({ modify, read });
  await changeInstall(host, { setupRoomId: 'setup-room' });
  return { host, posted };
}

test('the channel reads which setting was not saved, and why', async () => {
  const { host, posted } = await workspace();
  await tellSetting(host, { id: 'list_button_label', problem });
  expect(posted).toHaveLength(1);
  expect(posted[0]?.text).toMatch(/^:warning: /);
  expect(posted[0]?.text).not.toMatch(/list_button_label|errors:/);
});

test.each([undefined, {}, { id: 7, problem }, { id: 'x' }])('%j tells nothing', async (data) => {
  const { host, posted } = await workspace();
  await tellSetting(host, data);
  expect(posted).toEqual([]);
});
