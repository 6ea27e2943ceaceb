import { readSandbox } from '../../src/handlers/core/sandbox';

/** The globals of the sandbox for one look. */
function sandboxWith(globals: { process?: object; navigator?: object }) {
  const names = ['process', 'navigator'] as const;
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  for (const name of names) Object.defineProperty(globalThis, name, { value: globals[name], configurable: true });
  try {
    return readSandbox();
  } finally {
    names.forEach((name, i) => {
      const descriptor = before[i];
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    });
  }
}

test.each([
  [
    '8.3 and older',
    { navigator: { userAgent: 'Deno/1.43.5' } },
    { kind: 'deno', name: 'Deno 1.43.5', wire: 'msgpack' },
  ],
  ['nothing to be told by', {}, { kind: 'deno', name: 'Deno', wire: 'msgpack' }],
  [
    '8.4',
    { process: { versions: { node: '20.11.1', deno: '2.3.1' } }, navigator: { userAgent: 'Deno/2.3.1' } },
    { kind: 'deno', name: 'Deno 2.3.1', wire: 'msgpack' },
  ],
  ['8.8', { process: { versions: { node: '22.22.3' } } }, { kind: 'node', name: 'Node 22.22.3', wire: 'msgpack' }],
  [
    '9.0',
    { process: { versions: { node: '22.22.3' }, send: () => true } },
    { kind: 'node', name: 'Node 22.22.3', wire: 'ipc' },
  ],
])('the sandbox of %s', (_server, globals, sandbox) => {
  expect(sandboxWith(globals)).toEqual(sandbox);
});
