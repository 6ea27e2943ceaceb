import { join } from 'node:path';
import { openStore } from '../../../../workbench/src/store/openStore';
import { customerNumber } from '../../load/customerNumber';
import { copyConversation } from './copyConversation';
import { readConversation } from './readConversation';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The conversations were had over so many minutes, ten days. */
const SPREAD = 14_400;

/** So many conversations are written at once. */
const AT_ONCE = 500;

/** Where copies begin: the customers before it have written themselves. */
export const FIRST_COPY = 1_000_000;

/**
 * Fills a workbench's store, while it does not run, with copies of a customer's conversation, everything that Rocket.Chat
 * and the app keep of it under other names, ids and numbers, as if so many customers had written once.
 *
 * @param folder the data folder
 * @param model digits of the customer to copy
 * @param from the number of the first copy, counted from 0
 * @param until the number behind the last copy
 */
export function storeConversations(folder: string, model: string, from: number, until: number): void {
  const store = openStore({ file: join(folder, 'workspace.sqlite') });
  try {
    const conversation = readConversation(store, model);
    for (let start = from; start < until; start += AT_ONCE) {
      store.transaction(() => {
        for (let n = start; n < Math.min(until, start + AT_ONCE); n += 1) {
          copyConversation(store, conversation, {
            digits: customerNumber(FIRST_COPY + n),
            sign: n.toString(36),
            age: DAY + (n % SPREAD) * MINUTE,
          });
        }
      });
    }
  } finally {
    store.close();
  }
}
