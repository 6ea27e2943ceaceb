import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';

/** What an attachment of a bot or an integration says, line by line; '' for a quote, which Rocket.Chat itself attached. */
export function textOfAttachment({ title, text, fields, imageUrl, timestampLink }: IMessageAttachment): string {
  if (timestampLink) {
    return '';
  }
  const rows = (fields ?? []).map((field) => `${field.title}: ${field.value}`);
  const links = [title?.link, imageUrl].filter((link) => link?.startsWith('http'));
  return [title?.value, text, ...rows, ...links].filter((line) => line?.trim()).join('\n');
}
