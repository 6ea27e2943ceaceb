import type { Host } from '../Host';
import { isTooLong } from './isTooLong';
import type { FindPosted } from './FindPosted';
import { splitMarkdown } from './splitMarkdown';

/** What Rocket.Chat takes unless an admin says otherwise (setting Message_MaxAllowedSize). */
const USUAL_LIMIT = 5_000;

/**
 * Posts a text, in several messages where Rocket.Chat refuses it for its length: it then has to be read from top to
 * bottom, but nothing of it is lost. A text that is taken costs nothing more.
 *
 * @param post posts one of them; `index` counts from 0
 * @param findPosted finds one that a crash may have left in the room, which is then not posted again
 * @returns the id of the first message
 * @throws what Rocket.Chat refuses with otherwise
 */
export async function postWhole(
  host: Host,
  text: string,
  post: (text: string, index: number) => Promise<string>,
  findPosted?: FindPosted,
): Promise<string> {
  const found: string[] = [];
  try {
    return await postOnce(text, 0);
  } catch (error) {
    const pieces = isTooLong(error) ? splitMarkdown(text, await readLimit(host)) : [];
    const [first, ...rest] = pieces;
    if (first === undefined || rest.length === 0) {
      throw error;
    }
    const id = await postOnce(first, 0);
    for (const [index, piece] of rest.entries()) {
      await postOnce(piece, index + 1);
    }
    return id;
  }

  async function postOnce(piece: string, index: number): Promise<string> {
    const there = await findPosted?.(piece, found);
    if (there === undefined) {
      return post(piece, index);
    }
    found.push(there);
    return there;
  }
}

async function readLimit({ read }: Host): Promise<number> {
  const settings = read.getEnvironmentReader().getServerSettings();
  try {
    const limit: unknown = await settings.getValueById('Message_MaxAllowedSize');
    return typeof limit === 'number' && limit > 0 ? limit : USUAL_LIMIT;
  } catch {
    return USUAL_LIMIT;
  }
}
