import type { Host } from '../../core/Host';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { splitMarkdown } from '../../omnichannel/postWhole';
import type { News } from './News';
import { storePendingNotice } from './pendingNotices';
import { sayInOpenRoom } from './sayInOpenRoom';

/** Characters of each piece of news that are kept: it says what happened, it is no archive. */
const LONGEST = 500;

/**
 * Tells the agents of an open conversation something about it. Where none is open it is kept, cut to its beginning, and
 * told when the next one opens (`postPendingNotices`).
 */
export async function sayOrKeep(host: Host, conversation: Conversation, news: News): Promise<void> {
  if (!(await sayInOpenRoom(host, conversation, news))) {
    const { wamid, at } = news;
    const [beginning = '', ...rest] = splitMarkdown(news.text, LONGEST);
    await storePendingNotice(host, conversation, { wamid, at, text: rest.length > 0 ? `${beginning} …` : beginning });
  }
}
