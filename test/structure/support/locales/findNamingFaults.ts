import type { Texts } from './Texts';

const NAMED = /bold words? (?:are|is) (?:the|our) button ([\w-]+:[\w.-]+)/;

/**
 * The rule "a text calls a button as the button calls itself". `context.json` tells which texts do ("the bold words are the
 * button setup:connect"); each language then has the button's own words, bold, in such a text.
 */
export function findNamingFaults(tag: string, texts: Texts, context: Record<string, string>): string[] {
  return Object.entries(context).flatMap(([key, explanation]) => {
    const button = NAMED.exec(explanation)?.[1]?.replace(/\.$/, '');
    const text = texts[key];
    if (button === undefined || text === undefined) return [];
    const words = texts[button];
    if (words === undefined) return [`context.json: ${key} names the button ${button}, which is not there`];
    return text.includes(`**${words}**`) ? [] : [`${tag}: ${key} has to name the button ${button}: **${words}**`];
  });
}
