import { readSources } from './support/readSources';

/** The one call that sends a message, and the one place that makes it. */
const SEND = /import \{[^}]*\bsendMessage\b[^}]*\} from '[./]*dialog360\/sendMessage'|from '\.\/sendMessage'/;
const DELIVER = /import \{[^}]*\b(?:deliver|trySend)\b[^}]*\} from '[./]*(?:\w+\/)*(?:deliver|trySend)'/;
const GATE = /\bcanSend\(/;

interface Source {
  path: string;
  text: string;
}

/** Files that send without asking `canSend` first. */
function findUnasked(sources: readonly Source[]): string[] {
  const own = ['src/handlers/outbound/delivery/trySend.ts', 'src/handlers/outbound/delivery/deliver.ts'];
  const others = sources.filter(({ path }) => !own.includes(path));
  const direct = others.filter(({ text }) => SEND.test(text));
  const unasked = others.filter(({ text }) => DELIVER.test(text) && !GATE.test(text));
  return [
    ...direct.map(({ path }) => `${path} calls the client's send past trySend.ts`),
    ...unasked.map(({ path }) => `${path} delivers without asking canSend`),
  ];
}

describe('the one gate of sending', () => {
  test('is asked by everything that sends', () => {
    expect(findUnasked(readSources('App.ts', 'src'))).toEqual([]);
  });

  test('catches who passes it by', () => {
    const text = "import { sendMessage } from '../dialog360/sendMessage';";
    const delivers = "import { deliver } from './deliver';\nawait deliver(host, outgoing);";
    expect(findUnasked([{ path: 'src/handlers/outbound/other.ts', text }])).toHaveLength(1);
    expect(findUnasked([{ path: 'src/handlers/outbound/other.ts', text: delivers }])).toHaveLength(1);
    expect(findUnasked([{ path: 'src/a.ts', text: `${delivers}\ncanSend(facts)` }])).toEqual([]);
  });
});
