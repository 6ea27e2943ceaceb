import { Session } from 'node:inspector/promises';
import { parse } from '@rocket.chat/message-parser';
import { invisible } from '../../../../src/handlers/whatsapp/markup/marks';
import {
  escapeMarkdown,
  plainToMarkdown,
  whatsAppToMarkdown,
} from '../../../../src/handlers/whatsapp/markup/whatsAppToMarkdown';

// What our invisible signs cost Rocket.Chat's own parser, in calls of its functions: the same number on every machine.

const session = new Session();
const PARSER = 'message-parser';

beforeAll(async () => {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
});

afterAll(() => session.disconnect());

async function stepsOf(text: string): Promise<number> {
  await session.post('Profiler.takePreciseCoverage');
  parse(text, { emoticons: true, colors: true, katex: { parenthesisSyntax: true, dollarSyntax: true } });
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const functions = result.filter(({ url }) => url.includes(PARSER)).flatMap((script) => script.functions);
  return functions.reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
}

/** Text as people write it. It has at least 512 characters, because every shorter text is parsed quickly. */
const ordinary = (length: number) =>
  'Thank you, see you at 8:30. It costs 5 EUR! '.repeat(200).slice(0, Math.max(length, 512));

const PARTS = [
  ':*',
  ':`',
  ':_',
  'a:_b',
  ':*a',
  '::*',
  '=~',
  '||a||',
  '||a|| ',
  '|',
  '|a|',
  'a||b',
  '|| ',
  '\\(a\\) ',
  '\\[a',
];
const BRACKETS = ['[a](+1', '[a](+15551234) ', '[a](b.c', '<a|b> ', '@all ', '@@'];

test.each([...PARTS, ...BRACKETS])('%s once and a hundred times in a line', async (part) => {
  for (const count of [1, 100]) {
    for (const convert of [whatsAppToMarkdown, escapeMarkdown, plainToMarkdown]) {
      const written = part.repeat(count);
      const shown = convert(written);
      const others = [written, shown.replaceAll(invisible, ''), ordinary(shown.length)];
      const counted = [];
      for (const other of others) counted.push(await stepsOf(other));
      const most = 2 * Math.max(...counted);
      const steps = await stepsOf(shown);
      expect({ convert: convert.name, count, steps, isBearable: steps <= most }).toMatchObject({ isBearable: true });
    }
  }
});
