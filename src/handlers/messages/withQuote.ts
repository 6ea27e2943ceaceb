/** What Rocket.Chat reads only at the beginning of a line. */
const BLOCK = /^(?:- |\d+\. |>|```)/;

/**
 * A message behind the quote that it begins with. A list, a quotation or a block of code begins a line of its own, or it
 * would be shown by its signs.
 * @param quote Markdown that ends with a blank or a line break; '' for none
 */
export function withQuote(quote: string, markdown: string): string {
  return BLOCK.test(markdown) ? quote.replace(/ $/, '\n') + markdown : quote + markdown;
}
