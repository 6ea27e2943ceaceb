import { renderPendingNotices } from '../../../../src/handlers/whatsapp/messages/renderLate';
import { english } from './support/renderFixture';

const at = (minute: number) => Date.UTC(2026, 10, 22, 14, minute);
const news = [0, 1, 2].map((minute) => ({ text: `news ${minute}`, at: at(minute) }));

test('what happened before a conversation is a line each, with its time', () => {
  expect(renderPendingNotices(news, 3, english).replace(/\u202f/g, ' ')).toBe(
    [
      '🕰️ _Before this conversation was opened:_',
      '*Nov 22, 2026, 2:00 PM UTC* news 0',
      '*Nov 22, 2026, 2:01 PM UTC* news 1',
      '*Nov 22, 2026, 2:02 PM UTC* news 2',
    ].join('\n'),
  );
});

test('of more than are told the newest are, and that there were more', () => {
  const text = renderPendingNotices(news, 2, english);
  expect(text).not.toContain('news 0');
  expect(text).toMatch(/news 1\n.*news 2\n_… and more before that\._$/);
});
