import { sayInOpenRoom } from '../../../src/handlers/inbound/notices/sayInOpenRoom';
import { sayOrKeep } from '../../../src/handlers/inbound/notices/sayOrKeep';
import { findPendingNotices } from '../../../src/handlers/inbound/notices/pendingNotices';
import { conversation } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/notices/sayInOpenRoom', () => ({ sayInOpenRoom: jest.fn() }));

async function kept(isOpen: boolean, text: string) {
  jest.mocked(sayInOpenRoom).mockResolvedValue(isOpen);
  const { host } = fakeHost();
  await sayOrKeep(host, conversation(), { text, wamid: 'w', at: 1 });
  return (await findPendingNotices(host, conversation())).map((each) => each.text);
}

describe('news of a customer', () => {
  test('that was told is not kept', async () => {
    expect(await kept(true, 'News')).toEqual([]);
  });

  test('that nobody could be told is kept', async () => {
    expect(await kept(false, 'News')).toEqual(['News']);
  });

  test('is kept by its beginning, without leaving a block of code open', async () => {
    const [text = ''] = await kept(false, ['```', ...Array.from({ length: 300 }, (_, n) => `line ${n}`)].join('\n'));
    expect(text.length).toBeLessThan(520);
    expect(text).toMatch(/^```\nline 0\n[^]*\n``` …$/);
  });
});
