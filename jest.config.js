// Plain JavaScript: jest on Node 20 reads a TypeScript configuration only with one more dependency.

/** Packages that ship ES modules only; jest runs CommonJS, so they are transformed like our own code. */
const ESM_ONLY = [
  'file-type',
  'croner',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  '@rocket.chat/message-parser',
  '@rocket.chat/ui-kit',
  'mime',
  'pixelmatch',
];

/** @type {import('jest').Config} */
const common = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.workbench'],
};

/** What depends on the sandbox runs in both: every end-to-end test in Node, these in Deno as well. */
const ALSO_IN_DENO = ['heavyMedia', 'media', 'mediaRestart', 'restart', 'roundTrips', 'sandboxDies'];

/** What `useEngine` does for a workbench of 7.8, for tests that start its host in jest's own modules. */
const OLD_ENGINE = {
  '^@rocket\\.chat/apps-engine/server/bridges/(ExperimentalBridge|OutboundMessagesBridge)$':
    '<rootDir>/workbench/src/engine/absentFromOldEngine.cjs',
  '^@rocket\\.chat/apps-engine/(.*)$': 'apps-engine-1-53/$1',
};

// A test ends late only when it hangs; how fast the machine is decides nothing.
const TIMEOUT = ['<rootDir>/test/e2e/support/jestTimeout.ts'];

/** @type {import('jest').Config} */
module.exports = {
  // `--coverage`, as in `npm run test:coverage` and `.ci/run`: the lines of the pure rooms that unit tests reach. Babel
  // counts statements alone and in these files alone. V8 would count comments and types, and slow every test down.
  coverageProvider: 'babel',
  coverageReporters: ['text-summary'],
  collectCoverageFrom: ['src/{machines,flows,blocks}/**/*.ts', 'src/handlers/{core,whatsapp}/**/*.ts'],
  coverageThreshold: {
    './src/machines/': { lines: 90 },
    './src/flows/': { lines: 90 },
    './src/blocks/': { lines: 90 },
    './src/handlers/core/': { lines: 90 },
    './src/handlers/whatsapp/': { lines: 90 },
  },
  // For two cores, which are common on build machines: end-to-end tests wait more than they compute.
  maxWorkers: 6,
  testSequencer: '<rootDir>/test/support/longestFirst.cjs',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/e2e/', '<rootDir>/test/browser/', '<rootDir>/test/structure/'],
      setupFilesAfterEnv: TIMEOUT,
    },
    {
      ...common,
      displayName: 'structure',
      testMatch: ['<rootDir>/test/structure/**/*.test.ts'],
      setupFilesAfterEnv: TIMEOUT,
    },
    {
      ...common,
      displayName: 'workbench',
      testMatch: ['<rootDir>/workbench/test/**/*.test.{ts,tsx}'],
      setupFilesAfterEnv: TIMEOUT,
    },
    {
      ...common,
      displayName: 'workbench-7.8',
      testMatch: ['<rootDir>/workbench/test/engine/sandboxes.test.ts'],
      moduleNameMapper: OLD_ENGINE,
      setupFilesAfterEnv: TIMEOUT,
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      setupFilesAfterEnv: TIMEOUT,
      globalSetup: '<rootDir>/test/e2e/support/globalSetup.ts',
    },
    {
      ...common,
      displayName: 'e2e-deno',
      testMatch: ALSO_IN_DENO.map((name) => `<rootDir>/test/e2e/*/${name}.test.ts`),
      setupFiles: ['<rootDir>/test/e2e/support/onDeno.ts'],
      setupFilesAfterEnv: TIMEOUT,
      globalSetup: '<rootDir>/test/e2e/support/globalSetup.ts',
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      setupFilesAfterEnv: TIMEOUT,
      globalSetup: '<rootDir>/test/browser/support/globalSetup.ts',
    },
  ],
};
