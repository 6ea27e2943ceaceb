import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../../core/Host';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import { weights } from '../../core/sandbox';
import type { AppSettings } from '../../core/settings/settingSchemas';
import { markdownToWhatsApp } from '../../whatsapp/markup/markdownToWhatsApp';
import type { Piece } from '../Outgoing';
import { showTyping, WORTH_TYPING } from '../statuses/readReceipts';
import type { AgentFile, LoadedFile } from './agentFiles';
import { filesOf, loadUpload } from './agentFiles';
import { bringFile } from './bringFile';
import { quickReplyPieces, readQuickReplies } from './quickReplyPieces';
import { namesIn, textOfMessage } from './textOfMessage';
import { textPieces } from './textPieces';

/** Meta: a caption holds 1024 characters; a longer one is sent as a separate text. */
const CAPTION_LIMIT = 1024;

/** Heavy files are handled one after another, so that there is never more than one of them in memory. */
const HEAVY_TURN = 'heavy file';

/** Signs that WhatsApp reads only at the beginning of a line: a quote, a list, a block of code. */
const STARTS_BLOCK = /^(?:> |[*-] |\d{1,9}\. |```)/;

/**
 * The WhatsApp messages of an agent's message, in order: its files, uploaded to Meta one by one, with the text as their
 * caption; or its text, split by WhatsApp's limit. A file is loaded only when it is next. Several files are all checked
 * before the first one is sent, so that a message that cannot be sent as a whole is not sent in part.
 *
 * @throws AppError with the sentence for the agent, when a file may not or cannot be sent
 */
export async function* piecesOf(host: Host, message: IMessage): AsyncGenerator<Piece> {
  const files = filesOf(message);
  const question = files.length === 0 ? readQuickReplies(message) : undefined;
  if (question) {
    yield* quickReplyPieces(host, message, question);
    return;
  }
  const written = markdownToWhatsApp(files.length > 0 ? captionOf(message) : textOfMessage(message), namesIn(message));
  const said = withAgentName(written, message.sender, await host.memory.settings.get('agentsDisplayInfo'));
  const name = said.slice(0, said.length - written.length);
  for (const file of files.length > 1 ? files : []) {
    await loadUpload(host, file, message.room);
  }
  let isSaid = files.length > 0 && !written.trim();
  for (const [at, file] of files.entries()) {
    const leave = isHeavy(file) ? await host.memory.locks.acquire(HEAVY_TURN) : undefined;
    try {
      const loaded = await loadUpload(host, file, message.room);
      const holdsText = !isSaid && loaded.plan.kind !== 'audio' && [...said].length <= CAPTION_LIMIT;
      isSaid ||= holdsText;
      const isFollowed = at < files.length - 1 || !isSaid;
      yield { ...filePiece(host, message, file, loaded, holdsText ? said : ''), isFollowed };
    } finally {
      leave?.();
    }
  }
  if (!isSaid) {
    yield* textPieces(written, name);
  }
}

/** Whether a file may be so large that there is never to be more than one of them in memory. */
function isHeavy({ size = Infinity }: AgentFile): boolean {
  return size > weights.heavy;
}

function filePiece(
  host: Host,
  message: IMessage,
  file: AgentFile,
  { plan, bytes }: LoadedFile,
  caption: string,
): Piece {
  const { kind, mimeType, uploadName, filename, isVoice } = plan;
  const chat = readWhatsappRoom(message.room, host.app.id);
  const number = chat?.number ?? '';
  return {
    id: `file ${file.id}`,
    hasFile: true,
    content: async (connection) => {
      const stop = chat && showTyping(host, chat, WORTH_TYPING);
      try {
        const id = await bringFile(host, connection, { number, name: file.name, mimeType, bytes, uploadName });
        const more = { ...(filename === undefined ? {} : { filename }), ...(caption ? { caption } : {}) };
        return { type: kind, [kind]: { id, ...more, ...(isVoice ? { voice: true } : {}) } };
      } finally {
        stop?.();
      }
    },
  };
}

/**
 * The text that was written with a file. Rocket.Chat stores it as the message's text (web from 8.3 on) or in the file's
 * attachment (older web, mobile). A quote on the same message is an attachment too.
 */
function captionOf({ text, attachments }: IMessage): string {
  const described = attachments?.find(({ description, timestampLink }) => description?.trim() && !timestampLink);
  return text?.trim() ? text : (described?.description ?? '');
}

/**
 * Adds the agent's name before their text, as the setting asks: `[Maria] - Hello`, and on a separate line before a
 * quote, a list or code. Bots speak for the company, without a name; many are ordinary users with the role of a bot.
 *
 * @param text in WhatsApp's format
 */
export function withAgentName(text: string, sender: IUser, shown: AppSettings['agentsDisplayInfo']): string {
  const names: Record<AppSettings['agentsDisplayInfo'], string> = {
    none: '',
    name: sender.name,
    username: sender.username,
  };
  const isPerson = sender.type === 'user' && !sender.roles.includes('bot');
  const name = isPerson ? names[shown] : '';
  if (!name) {
    return text;
  }
  return STARTS_BLOCK.test(text) ? `[${name}]\n${text}` : `[${name}] - ${text}`;
}
