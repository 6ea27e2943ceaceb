import type { Host } from '../core/Host';
import { readServerSetting } from '../core/settings/readServerSetting';

/**
 * Finds a text in a room in which a crash may have left it.
 *
 * @param except messages that were already found for other texts
 * @returns the id of its message
 */
export type FindPosted = (text: string, except: readonly string[]) => Promise<string | undefined>;

/** The longest message that Rocket.Chat accepts by default (setting Message_MaxAllowedSize). */
const USUAL_LIMIT = 5_000;

/**
 * Posts a text. If Rocket.Chat refuses it for its length, it is split into several messages, so that nothing is lost. A
 * text that is accepted costs nothing more.
 *
 * @param post posts one of them; `index` counts from 0
 * @param findPosted finds one that a crash may have left in the room, which is then not posted again
 * @returns the id of the first message
 * @throws other refusals of Rocket.Chat
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
  const limit = await readServerSetting(read.getEnvironmentReader(), 'Message_MaxAllowedSize');
  return typeof limit === 'number' && limit > 0 ? limit : USUAL_LIMIT;
}

const FENCE = '```';
/** A block of code that continues in the next message is closed and opened again. */
const ROOM_FOR_FENCES = 2 * (FENCE.length + 1);

/**
 * Splits Markdown into messages of limited length, at line ends if possible, without losing any of the text. A block of
 * code that is split stays code.
 *
 * @param limit in UTF-16 units, as Rocket.Chat counts
 */
export function splitMarkdown(text: string, limit: number): string[] {
  if (text.length <= limit) {
    return [text];
  }
  const most = Math.max(limit - ROOM_FOR_FENCES, 2);
  const pieces: string[] = [];
  let piece: string[] = [];
  let length = 0;
  let isCode = false;
  for (const line of text.split('\n').flatMap((each) => cutLine(each, most))) {
    if (piece.length > 0 && length + line.length > most) {
      pieces.push([...piece, ...(isCode ? [FENCE] : [])].join('\n'));
      piece = isCode ? [FENCE] : [];
      length = 0;
    }
    piece.push(line);
    length += line.length + 1;
    isCode = line.startsWith(FENCE) ? !isCode : isCode;
  }
  return [...pieces, piece.join('\n')].filter((each) => each.trim() !== '');
}

/** Splits at the last blank that fits, else at the limit, but never within a character. */
function cutLine(line: string, most: number): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > most) {
    const blank = rest.lastIndexOf(' ', most);
    const end = blank > most / 2 ? blank : endOfCharacter(rest, most);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest];
}

function endOfCharacter(text: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}

/** Rocket.Chat's error for a text that exceeds its setting Message_MaxAllowedSize. */
const TOO_LONG = /message-size-exceeded|Message_MaxAllowedSize|message.{0,9}too.long/i;

/** Whether a message was refused because of its length. */
export function isTooLong(error: unknown): boolean {
  return TOO_LONG.test(String(error));
}
