import type { Translate } from '../../core/translator';
import { escapeMarkdown } from '../markup/whatsAppToMarkdown';
import type { MessageContent } from '../webhook/MessageContent';
import { lookUp } from '../../core/text';

/**
 * The key of our name for each of WhatsApp's kinds of messages. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/unsupported
 */
const kinds: Record<string, string> = {
  album: 'messages:kindAlbum',
  audio: 'messages:kindAudio',
  button: 'messages:kindButton',
  contacts: 'messages:kindContacts',
  document: 'messages:kindDocument',
  edit: 'messages:kindEdit',
  ephemeral: 'messages:kindDisappearing',
  event: 'messages:kindEvent',
  gif: 'messages:kindGif',
  group_invite: 'messages:kindGroupInvite',
  hsm: 'messages:kindTemplate',
  image: 'messages:kindImage',
  interactive: 'messages:kindInteractive',
  keep_in_chat: 'messages:kindKeep',
  link_preview: 'messages:kindLink',
  list: 'messages:kindList',
  live_location: 'messages:kindLiveLocation',
  location: 'messages:kindLocation',
  media_placeholder: 'messages:kindMedia',
  order: 'messages:kindOrder',
  pin: 'messages:kindPin',
  poll: 'messages:kindPoll',
  poll_creation: 'messages:kindPoll',
  poll_update: 'messages:kindPollVote',
  product: 'messages:kindProduct',
  ptv: 'messages:kindVideoNote',
  reaction: 'messages:kindReaction',
  revoke: 'messages:kindDeletion',
  sticker: 'messages:kindSticker',
  template: 'messages:kindTemplate',
  text: 'messages:kindText',
  video: 'messages:kindVideo',
  video_note: 'messages:kindVideoNote',
  view_once: 'messages:kindViewOnce',
  voice: 'messages:kindVoice',
};

/** The name of a kind of message. An unknown kind keeps WhatsApp's name in readable form. */
export function nameKind(kind: string, t: Translate): string {
  const key = lookUp(kinds, kind);
  return key === undefined ? escapeMarkdown(humaniseName(kind)) : t(key);
}

/** Types whose name differs from WhatsApp's. */
const names: Partial<Record<MessageContent['type'], string>> = {
  option: 'button',
  flow: 'interactive',
  'call-permission': 'interactive',
  payment: 'interactive',
};

/** The kind of a content in a word or two ("Photo", "Voice message"), for the line about a failed download. */
export function describeContent(content: MessageContent, t: Translate): string {
  const isVoice = content.type === 'audio' && content.isVoice;
  return nameKind(isVoice ? 'voice' : (names[content.type] ?? content.type), t);
}

/** Meta's form builder writes the name of a field like this: `screen_0_Your_name_1`. */
const BUILDER = /^screen_\d+_(.+?)_\d+$/i;

/** The name of a form's field as words: `comment_text`, `firstName` and `screen_0_First_Name_0` read as a person would write. */
export function humaniseName(name: string): string {
  const words = (BUILDER.exec(name)?.[1] ?? name)
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s-]+/g, ' ')
    .trim()
    .split(' ')
    // A word in capitals is an abbreviation.
    .map((word) => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word))
    .join(' ');
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}
