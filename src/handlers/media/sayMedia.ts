import type { Translate } from '../translation/Translate';
import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import { nameKind } from '../whatsapp/messages/nameKind';
import type { RenderedMedia } from '../whatsapp/messages/RenderedMessage';
import { cleanFileName } from './cleanFileName';

/** What a customer sent, in Markdown: the kind, and the file's name where it has one. */
export function sayMedia({ kind, filename }: Pick<RenderedMedia, 'kind' | 'filename'>, t: Translate): string {
  const name = filename === undefined ? undefined : cleanFileName(filename);
  const said = nameKind(kind, t);
  return name ? t('media:named', { kind: said, name: escapeMarkdown(name) }) : said;
}
