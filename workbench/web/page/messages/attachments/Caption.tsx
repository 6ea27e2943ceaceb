import { Markdown } from '../../../markdown/Markdown';

/** What is said about a file. */
export function Caption({ text }: { readonly text: string | undefined }) {
  return text ? <Markdown source={text} emoticons /> : null;
}
