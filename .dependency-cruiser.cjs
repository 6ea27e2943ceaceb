/**
 * Who may import whom, held by `npm run check:boundaries`; docs/architecture.md explains it and shows it as a picture. An
 * import of a type counts like any other, for a reader has to follow it too.
 */

/** The rooms below `src/handlers`, and what each may import besides packages and itself. */
const ROOMS = {
  core: ['locales'],
  whatsapp: ['core', 'locales'],
  dialog360: ['core', 'whatsapp'],
  omnichannel: ['core', 'whatsapp'],
  numbers: ['core', 'whatsapp', 'dialog360', 'omnichannel', 'machines', 'blocks'],
  outbound: ['core', 'whatsapp', 'dialog360', 'omnichannel', 'machines', 'blocks', 'numbers'],
  inbound: ['core', 'whatsapp', 'dialog360', 'omnichannel', 'machines', 'blocks', 'numbers', 'outbound'],
};

const TOP = ['machines', 'blocks', 'flows', 'locales'];
const folderOf = (room) => (TOP.includes(room) ? `src/${room}/` : `src/handlers/${room}/`);
const anyOf = (...rooms) => `^(${rooms.map(folderOf).join('|')})`;

/** A file of `from` imports one of ours that is neither in `to` nor excused. */
const onlyTo = (name, from, to, excused = []) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(App\\.ts|src/|workbench/|bench/|scripts/|test/)', pathNot: [...to, ...excused] },
});

/** The setting's defaults and choices are WhatsApp's: which words end a subscription, which kinds of files there are. */
const FORMATS_OF_SETTINGS = '^src/handlers/whatsapp/(consentWords|mimeTypes)\\.ts$';

/** Plain functions of text and time, and names that a screen shares with who answers its buttons. */
const PURE_PARTS_OF_CORE = '^src/handlers/core/(actionValue|commandNames|showTime|text)\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A file that leads back to itself cannot be understood without the whole circle.',
      severity: 'error',
      from: { path: '^(App\\.ts|src/)' },
      to: { circular: true },
    },
    onlyTo('core-stands-alone', '^src/handlers/core/(?!settings/)', [anyOf('core', 'locales')]),
    onlyTo('settings-know-formats', '^src/handlers/core/settings/', [anyOf('core', 'locales')], [FORMATS_OF_SETTINGS]),
    ...Object.entries(ROOMS)
      .filter(([room]) => room !== 'core')
      .map(([room, others]) => onlyTo(`${room}-and-below`, `^${folderOf(room)}`, [anyOf(room, ...others)])),
    onlyTo('flows-and-below', `^${folderOf('flows')}`, [anyOf('flows', 'locales', ...TOP, ...Object.keys(ROOMS))]),
    onlyTo('machines-are-pure', `^${folderOf('machines')}`, [anyOf('machines', 'core')]),
    onlyTo('blocks-are-pure', `^${folderOf('blocks')}`, [anyOf('blocks', 'machines', 'core')]),
    {
      name: 'pure-rooms-take-types',
      comment: 'What is pure takes only types of core, and the pure parts of it.',
      severity: 'error',
      from: { path: anyOf('machines', 'blocks', 'whatsapp') },
      to: { path: anyOf('core'), pathNot: PURE_PARTS_OF_CORE, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'screens-show-contexts',
      comment: 'A screen names the types of a machine, because it shows its context. It runs nothing of it.',
      severity: 'error',
      from: { path: anyOf('blocks') },
      to: { path: anyOf('machines'), dependencyTypesNot: ['type-only'] },
    },
    onlyTo('app-registers', '^App\\.ts$', ['^src/handlers/']),
    onlyTo('workbench-stands-alone', '^workbench/(src|web)/', ['^workbench/', '^scripts/package/']),
    onlyTo('bench-drives-workbench', '^bench/', [
      '^(bench|workbench)/',
      '^scripts/package/',
      '^test/(e2e|browser)/support/',
    ]),
    onlyTo('scripts-are-tools', '^scripts/', ['^(scripts|src|workbench)/', '^test/e2e/support/']),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/node_modules/'] },
  },
};
