import comments from '@eslint-community/eslint-plugin-eslint-comments/configs';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TYPED = ['**/*.{ts,tsx}'];
const APP = ['App.ts', 'src/**/*.ts'];
const TESTS = ['test/**/*.{ts,tsx}', 'workbench/test/**/*.{ts,tsx}', '**/*.test.{ts,tsx}'];
/** Where the outside world is read: the only files that may say what a value is without the compiler's proof. */
const PARSING = ['**/{parse,read}*.ts'];
/** Files that a tool loads by their default export. */
const TOOL_FILES = ['**/*.config.{ts,mjs}', '**/global{Setup,Teardown}.ts', '**/*Reporter.ts', 'workbench/shims/**'];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: the name of the file, of the thing and of its import stay one.',
};
const noSwitch = {
  selector: 'SwitchStatement',
  message: 'Use a table (id → handler): a new case is then a new line, not a longer function.',
};
const noBarrel = {
  selector: 'ExportAllDeclaration',
  message: 'No barrel files: import a thing from the file that has its name.',
};

const onlyMachineTypes = {
  selector: 'TSAsExpression:not([typeAnnotation.typeName.name="const"]):not(Property[key.name="types"] TSAsExpression)',
  message: 'In a machine `as` only declares the `types` of setup(), as xstate asks for it.',
};

const besidesTheApp = {
  regex: '(^@whatsapp-360d/)|(^(\\.\\./)+(workbench|bench|scripts|test)/)',
  message: 'The app stands alone: it never imports the workbench, measurements, scripts or tests.',
};

export default defineConfig(
  globalIgnores([
    'scripts/stubs/',
    '**/node_modules/',
    '**/dist/',
    '.workbench/',
    'coverage/',
    '**/fixtures/',
    'docs/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  comments.recommended,
  {
    rules: {
      '@eslint-community/eslint-comments/require-description': ['error', { ignore: ['eslint-enable'] }],
      '@eslint-community/eslint-comments/disable-enable-pair': ['error', { allowWholeFile: true }],
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': ['error', noDefaultExport, noBarrel],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-template': 'error',
      'no-param-reassign': 'error',
    },
  },
  {
    // Whatever a customer writes is read in time that grows with its length, not with the square of it.
    files: APP,
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: TYPED,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Numbers and booleans read well in a template; what prints as "[object Object]" does not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // Spread takes a string apart by code points, which is what is wanted; `split('')` is what breaks emojis.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // What the engine hands over are the enums' values, as they came over the wire.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // An interface of somebody else asks for a promise also where there is nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // The engine's accessors and bridges are classes without state; so are some of ours.
      '@typescript-eslint/no-extraneous-class': 'off',
      // The one engine version that we build for is pinned; its own deprecations are weighed when it is raised.
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    files: PARSING,
    rules: {
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
    },
  },
  {
    files: APP,
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noBarrel, noSwitch],
      'no-restricted-imports': ['error', { patterns: [besidesTheApp] }],
    },
  },
  {
    files: ['src/machines/**'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      'no-restricted-syntax': ['error', noDefaultExport, noBarrel, noSwitch, onlyMachineTypes],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            besidesTheApp,
            {
              regex: '^(?!xstate$|\\.)|^(\\.\\./)+(blocks|flows|handlers|locales)/',
              message: 'A machine is pure: it knows xstate and other machines, nothing else.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/blocks/**'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            besidesTheApp,
            {
              regex: '^[^.]|^(\\.\\./)+(machines|flows|locales|handlers/(?!core/(actionValue|commandNames)$))',
              allowTypeImports: true,
              message:
                'A screen is a pure function of its view model: it imports types, other blocks, and plain names.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['workbench/web/**'],
    extends: [reactHooks.configs.flat['recommended-latest'] ?? reactHooks.configs.flat.recommended],
  },
  {
    files: TESTS,
    rules: {
      // A test plays the outside world: it builds halves of foreign objects and reads answers as it expects them.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: TOOL_FILES,
    rules: { 'no-restricted-syntax': ['error', noBarrel] },
  },
  {
    files: ['*.js', '**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', process: 'readonly', __dirname: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Plain scripts and the tools' own configuration stand outside the TypeScript projects.
    files: ['**/*.{js,mjs,cjs}', 'workbench/*.ts', 'workbench/shims/**'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
