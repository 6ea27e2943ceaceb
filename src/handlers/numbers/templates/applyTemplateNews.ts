import type { Host } from '../../core/Host';
import type { AccountEvent } from '../../whatsapp/webhook/AccountEvent';
import type { TemplateRow } from './templates';
import { changeTemplate } from './templates';

type TemplateNews = Extract<AccountEvent, { topic: `template-${string}` }>;

/** Whether an event is about a template. */
export function isTemplateNews(event: AccountEvent): event is TemplateNews {
  return event.topic.startsWith('template-');
}

/** Events that use another word for a state. */
const STATES: Readonly<Record<string, string>> = {
  REINSTATED: 'APPROVED',
  UNARCHIVED: 'APPROVED',
  UNPAUSED: 'APPROVED',
};

/** Warnings: the template can still be sent. */
const WARNINGS = ['FLAGGED'];

/**
 * Applies WhatsApp's news about a template at once, before the list is read again, so that a template that was just
 * paused is not offered. Other numbers of the same account know the template by its id.
 *
 * @param number the digits of the number that got the webhook
 */
export async function applyTemplateNews(host: Host, number: string, news: TemplateNews): Promise<void> {
  const changes = changesOf(news);
  if (Object.keys(changes).length === 0) {
    return;
  }
  const { id, name, language } = news.template;
  for (const { digits } of await host.memory.numbers.get(host)) {
    const isIt = (row: TemplateRow) =>
      (id !== undefined && row.id === id) || (digits === number && row.name === name && row.language === language);
    await host.memory.locks.run(`templates ${digits}`, () => changeTemplate(host, digits, isIt, changes));
  }
}

type Changes = Partial<Pick<TemplateRow, 'status' | 'category' | 'quality'>>;
type Reader<T extends TemplateNews['topic']> = (news: Extract<TemplateNews, { topic: T }>) => Changes;

/** The change for each kind of news. New contents are known only after the next refresh. */
const readers: { [T in TemplateNews['topic']]: Reader<T> } = {
  'template-status': ({ status, category }) => ({
    ...(status === '' || WARNINGS.includes(status) ? {} : { status: STATES[status] ?? status }),
    ...(category ? { category: category.toUpperCase() } : {}),
  }),
  'template-category': ({ current }) => (current ? { category: current.toUpperCase() } : {}),
  'template-quality': ({ current }) => ({ quality: current.toUpperCase() }),
  'template-content': () => ({}),
};

function changesOf(news: TemplateNews): Changes {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the table is typed by topic, and the news' own topic finds its reader
  const reader = readers[news.topic] as (news: TemplateNews) => Changes;
  return reader(news);
}
