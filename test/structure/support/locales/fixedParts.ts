/** Placeholders (`{{name}}`, with a format or without), and other texts that are drawn in (`$t(key)`). */
const PLACEHOLDER = /\{\{-?\s*([\w.]+)[^}]*\}\}|\$t\([^)]*\)/g;
/** What is typed or opened as it stands: code, commands, addresses; a direction isolate around an address is not part of it. */
const VERBATIM = /`[^`]+`|https?:\/\/[^\s)\]>\u2066-\u2069]*/g;

/** The parts of a text that every language has to keep. */
export interface FixedParts {
  placeholders: string[];
  verbatim: string[];
}

/** Reads the parts of a text that every language has to keep; each once, sorted. */
export function fixedParts(text: string): FixedParts {
  const placeholders = [...text.matchAll(PLACEHOLDER)].map(([whole, name]) => name ?? whole);
  return { placeholders: tidy(placeholders), verbatim: tidy((text.match(VERBATIM) ?? []).map(withoutSentenceMarks)) };
}

/** The mark that ends a sentence or a part of it belongs to the sentence, and languages set it differently. */
function withoutSentenceMarks(part: string): string {
  return part.startsWith('`') ? part : part.replace(/[.,;:!?،؛。।]+$/u, '');
}

function tidy(list: string[]): string[] {
  return [...new Set(list)].sort();
}
