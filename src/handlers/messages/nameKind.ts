import type { Translate } from '../translation/Translate';
import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import { humaniseName } from './humaniseName';

/**
 * WhatsApp's word for a kind of message → our word.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/unsupported
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

/** What a kind of message is called; one that is new to us keeps WhatsApp's word, made readable. */
export function nameKind(kind: string, t: Translate): string {
  const key = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return key === undefined ? escapeMarkdown(humaniseName(kind)) : t(key);
}
